package org.sealpost.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.sealpost.health.Answer;
import org.sealpost.health.RecentAnswer;

/** Without the database nothing is read, sent or issued. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
    private static final String NAME = "database";
    private static final int SECONDS = 3;

    @Resource(lookup = "java:jboss/datasources/Sealpost")
    DataSource database;

    @Inject
    Clock clock;

    private final RecentAnswer recent = new RecentAnswer(this::ask);

    @Override
    public HealthCheckResponse call() {
        return recent.at(clock);
    }

    private HealthCheckResponse ask() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Answer.up(NAME, "The database answers.") : silent();
        } catch (SQLException e) {
            return silent();
        }
    }

    /** The driver's words stay out: they may name hosts and accounts, and everybody may read this. */
    private static HealthCheckResponse silent() {
        return Answer.down(NAME, "The database does not answer; the server's log says why.");
    }
}
