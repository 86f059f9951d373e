package org.sealpost.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing somebody's password through an open session slow: each wrong try doubles the time before that login's
 * next one is looked at, from one second to a minute. A right password ends it.
 */
@ApplicationScoped
class ProofDelay {
    private static final int MOST_DOUBLINGS = 6;
    private static final int MOST_LOGINS = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** The eldest goes when there are too many: memory stays bounded whatever is tried. */
    private final Map<String, Tries> wrong = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_LOGINS;
        }
    };

    @Inject
    Clock clock;

    /** @throws ProofTooSoon while the time since the last wrong try is too short */
    synchronized void check(String login) {
        Tries tries = wrong.getOrDefault(login, Tries.NONE);
        Duration left = Duration.between(clock.instant(), tries.notBefore());
        if (left.compareTo(Duration.ZERO) > 0) {
            throw new ProofTooSoon(left.plusMillis(999).toSeconds());
        }
    }

    /** @return how long the next try has to wait */
    synchronized Duration wrong(String login) {
        int before = wrong.getOrDefault(login, Tries.NONE).count();
        Duration doubled = Duration.ofSeconds(1L << Math.min(before, MOST_DOUBLINGS));
        Duration wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        wrong.put(login, new Tries(before + 1, clock.instant().plus(wait)));
        return wait;
    }

    synchronized void right(String login) {
        wrong.remove(login);
    }

    private record Tries(int count, Instant notBefore) {
        static final Tries NONE = new Tries(0, Instant.EPOCH);
    }
}
