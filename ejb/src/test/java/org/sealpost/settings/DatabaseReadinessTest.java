package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.TestClock;

class DatabaseReadinessTest {
    private final TestClock clock = new TestClock();

    @Test
    void aRealDatabaseAnswersUntilItIsShutDown() throws SQLException {
        JdbcDataSource maker = new JdbcDataSource();
        maker.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(maker.getURL() + ";IFEXISTS=TRUE");
        DatabaseReadiness readiness = new DatabaseReadiness();
        readiness.database = database;
        readiness.clock = clock;
        try (Connection connection = maker.getConnection();
                Statement end = connection.createStatement()) {
            assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
            end.execute("shutdown immediately");
        }
        clock.pass(Duration.ofSeconds(6));
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(readiness.call().getData().orElseThrow().get("reason"))
                .isEqualTo("The database does not answer; the server's log says why.");
    }
}
