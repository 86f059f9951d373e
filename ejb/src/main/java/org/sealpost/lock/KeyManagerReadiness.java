package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.sealpost.health.Answer;

/** Ready while mail can be sealed and delivered; the reason in words for whoever watches the service. */
@Readiness
@ApplicationScoped
public class KeyManagerReadiness implements HealthCheck {
    @Inject
    KeyRing ring;

    @Inject
    Succession succession;

    @Override
    public HealthCheckResponse call() {
        KeyManagerState state = ring.state();
        boolean up = state == KeyManagerState.RUNNING
                || state == KeyManagerState.STOPPED
                || state == KeyManagerState.PASSIVE;
        return Answer.of("key-manager", up, Map.of("state", state.name(), "reason", reason(state)));
    }

    private String passive() {
        ServiceStanding standing = succession.standing();
        return switch (standing.role()) {
            case HOLDER, PASSIVE ->
                "passive: held by " + standing.holder() + " (" + standing.holderUrl() + ") since " + standing.since();
            case TAKES_OVER -> "passive: nobody holds the service; this server is taking it over.";
            case WAITS -> "passive: nobody holds the service; an administrator has to give the start-up password.";
        };
    }

    private String reason(KeyManagerState state) {
        return switch (state) {
            case NOT_SET_UP -> "The Key Manager is not set up; an administrator has to open the set-up page.";
            case LOCKED -> "The Key Manager is locked; an administrator has to give the start-up password.";
            case RUNNING -> "The Key Manager is running.";
            case STOPPED -> "The Key Manager was stopped by an administrator; mail goes on.";
            case PASSIVE -> passive();
        };
    }
}
