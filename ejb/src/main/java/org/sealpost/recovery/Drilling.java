package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Opens every key once, in the call of the officer who agreed last: that officer's contributions are in memory only. After
 * a crash the others' contributions to what is left are still there, and one more officer goes on.
 */
@ApplicationScoped
class Drilling {
    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    DrillSteps steps;

    /** Opens what a request asks for; nothing when it asks for something else. */
    void ifAsked(long request, Giver giver) {
        if (steps.open().filter(open -> open == request).isPresent()) {
            goOn(request, giver);
        }
    }

    /** @throws NoDrillToGoOn when none was broken off */
    long broken() {
        return steps.open().orElseThrow(NoDrillToGoOn::new);
    }

    /** How the newest one stands; empty before the first. */
    Optional<DrillStanding> standing() {
        return steps.standing(running.get());
    }

    /** Begins, or goes on with one that was broken off. */
    void goOn(long request, Giver giver) {
        running.set(true);
        try {
            boolean more = true;
            while (more) {
                more = steps.next(request, giver);
            }
            steps.finish(request);
        } finally {
            running.set(false);
        }
    }
}
