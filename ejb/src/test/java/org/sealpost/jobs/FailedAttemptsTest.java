package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
    @Test
    void aForeseenFailureIsNamedByItsCode() {
        assertThat(FailedAttempts.cause(new IllegalStateException("outer", new NoSuchJob())))
                .isEqualTo("no-such-job []");
    }

    @Test
    void anUnforeseenFailureIsNamedByItsKindAndNeverByItsTextWhichMayQuoteTheMessage() {
        Throwable failure = new PersistenceException("values ('secret plans')", new SQLException("'secret plans'"));

        assertThat(FailedAttempts.cause(failure)).isEqualTo("PersistenceException, caused by SQLException");
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception inner = new IllegalArgumentException();
        Exception outer = new IllegalStateException(inner);
        inner.initCause(outer);

        assertThat(FailedAttempts.cause(outer)).isEqualTo("IllegalStateException, caused by IllegalArgumentException");
    }
}
