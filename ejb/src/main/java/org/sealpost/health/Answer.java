package org.sealpost.health;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** What a check says: up or down, and the reason in words. Never anything secret: everybody may read it. */
public final class Answer {
    private Answer() {}

    /** @param reason one sentence */
    public static HealthCheckResponse up(String name, String reason) {
        return of(name, true, Map.of("reason", reason));
    }

    /** @param reason one sentence: what is the matter, and who can mend it */
    public static HealthCheckResponse down(String name, String reason) {
        return of(name, false, Map.of("reason", reason));
    }

    /** @param data the reason and whatever a program may want to tell apart */
    public static HealthCheckResponse of(String name, boolean up, Map<String, Object> data) {
        return new HealthCheckResponse(name, up ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
