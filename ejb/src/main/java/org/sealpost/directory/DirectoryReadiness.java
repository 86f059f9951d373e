package org.sealpost.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without the directory nobody can log in and no recipient is known. */
@Readiness
@ApplicationScoped
public class DirectoryReadiness implements HealthCheck {
    private static final String NAME = "directory";

    @Inject
    Directory directory;

    @Override
    public HealthCheckResponse call() {
        try {
            directory.ask();
            return HealthCheckResponse.up(NAME);
        } catch (DirectoryUnavailable e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", String.valueOf(e.arguments().get(0)))
                    .build();
        }
    }
}
