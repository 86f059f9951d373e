package org.sealpost.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.sealpost.health.Answer;
import org.sealpost.health.RecentAnswer;

/** Without the directory nobody can log in and no recipient is known. */
@Readiness
@ApplicationScoped
public class DirectoryReadiness implements HealthCheck {
    private static final String NAME = "directory";

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    private final RecentAnswer recent = new RecentAnswer(this::ask);

    @Override
    public HealthCheckResponse call() {
        return recent.at(clock);
    }

    private HealthCheckResponse ask() {
        try {
            directory.ask();
            return Answer.up(NAME, "The directory answers.");
        } catch (DirectoryUnavailable e) {
            return Answer.down(
                    NAME,
                    "The directory does not answer (" + e.arguments().get(0) + "); nobody can log in until it does.");
        }
    }
}
