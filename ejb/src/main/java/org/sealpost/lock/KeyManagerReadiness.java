package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while mail can be sealed and delivered; the reason in words for whoever watches the service. */
@Readiness
@ApplicationScoped
public class KeyManagerReadiness implements HealthCheck {
    @Inject
    KeyRing ring;

    @Override
    public HealthCheckResponse call() {
        KeyManagerState state = ring.state();
        return HealthCheckResponse.named("key-manager")
                .status(state == KeyManagerState.RUNNING || state == KeyManagerState.STOPPED)
                .withData("state", state.name())
                .withData("reason", reason(state))
                .build();
    }

    private static String reason(KeyManagerState state) {
        return switch (state) {
            case NOT_SET_UP -> "The Key Manager is not set up; an administrator has to open the set-up page.";
            case LOCKED -> "The Key Manager is locked; an administrator has to give the start-up password.";
            case RUNNING -> "The Key Manager is running.";
            case STOPPED -> "The Key Manager was stopped by an administrator; mail goes on.";
        };
    }
}
