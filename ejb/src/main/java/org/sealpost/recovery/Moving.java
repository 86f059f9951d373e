package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moves all keys to the newest version of the escrow key, in the call of the officer who contributed last: that
 * contribution is in memory only. After a crash the others' contributions to what is left are still there, and one more
 * officer goes on. One such call at a time.
 */
@ApplicationScoped
class Moving {
    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    MovingSteps steps;

    /** Moves what a request asks for; nothing when it asks for something else. */
    void ifAsked(long request, Giver giver) {
        if (steps.open().filter(open -> open == request).isPresent()) {
            all(request, giver);
        }
    }

    /** @throws NothingToMove when none was broken off */
    long broken() {
        if (running.get()) {
            throw new RotationRunning();
        }
        return steps.open().orElseThrow(NothingToMove::new);
    }

    /** Goes on with one that was broken off. */
    void goOn(long request, Giver giver) {
        steps.again(request);
        all(request, giver);
    }

    /** How the newest one stands; empty before the first. */
    Optional<RotationStanding> standing() {
        return steps.standing(running.get());
    }

    private void all(long request, Giver giver) {
        if (!running.compareAndSet(false, true)) {
            throw new RotationRunning();
        }
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
