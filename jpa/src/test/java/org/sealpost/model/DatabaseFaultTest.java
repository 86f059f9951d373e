package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultTest {
    @ParameterizedTest
    @CsvSource({
        "08006, LOST",
        "08001, LOST",
        "57P01, LOST",
        "57P02, LOST",
        "25P03, LOST",
        "53300, LOST",
        "90098, LOST",
        "53100, FULL",
        "90028, FULL"
    })
    void isToldByTheStateHoweverDeepItLies(String state, DatabaseFault fault) {
        SQLException said = new SQLException("says no", state);
        assertThat(DatabaseFault.of(said)).contains(fault);
        assertThat(DatabaseFault.of(new IllegalStateException(new PersistenceException(said))))
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource({"23505", "40001", "42P01"})
    void whatTheStatementsDidIsNone(String state) {
        assertThat(DatabaseFault.of(new SQLException("says no", state))).isEmpty();
    }

    @Test
    void noneIsFoundWhereNoDatabaseSpoke() {
        assertThat(DatabaseFault.of(new IllegalStateException("no"))).isEmpty();
        assertThat(DatabaseFault.of(new SQLException("no state"))).isEmpty();
    }
}
