package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes guessing the start-up password slow: each wrong try doubles the time before the next one is looked at, from one
 * second to a minute. A right password ends it.
 */
@ApplicationScoped
class UnlockDelay {
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int wrongTries;
    private Instant notBefore = Instant.EPOCH;

    @Inject
    Clock clock;

    /** @throws TooManyTries while the time since the last wrong try is too short */
    synchronized void check() {
        Duration left = Duration.between(clock.instant(), notBefore);
        if (left.compareTo(Duration.ZERO) > 0) {
            throw new TooManyTries(left.plusMillis(999).toSeconds());
        }
    }

    /** @return how long the next try has to wait */
    synchronized Duration wrong() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(wrongTries, MOST_DOUBLINGS));
        Duration wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        wrongTries++;
        notBefore = clock.instant().plus(wait);
        return wait;
    }

    synchronized void right() {
        wrongTries = 0;
        notBefore = Instant.EPOCH;
    }
}
