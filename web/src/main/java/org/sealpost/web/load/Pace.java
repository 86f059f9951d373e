package org.sealpost.web.load;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of many callers may ask: a burst, then one request each step (the generic cell rate algorithm). Whoever
 * is refused is not counted and waits no longer for having tried. At most {@value #MOST_CALLERS} callers are remembered,
 * those that asked last.
 */
public final class Pace {
    private static final int MOST_CALLERS = 10_000;

    private final Duration step;
    private final Duration window;

    /** When each caller's requests will have been worked off, the one that asked last at the end. */
    private final Map<String, Instant> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /**
     * @param burst requests that may come at once, at least 1
     * @param step after which there is one more
     */
    public Pace(int burst, Duration step) {
        this.step = step;
        this.window = step.multipliedBy(burst);
    }

    /** How long the caller has to wait for its next request; zero when it need not. */
    public synchronized Duration delay(String caller, Instant now) {
        Duration ahead = Duration.between(now, workedOff(caller, now).plus(step));
        Duration over = ahead.minus(window);
        return over.isNegative() ? Duration.ZERO : over;
    }

    /** Counts a request that goes on. */
    public synchronized void count(String caller, Instant now) {
        callers.put(caller, workedOff(caller, now).plus(step));
    }

    /** Counts a request unless it has to wait. @return how long; zero when it may go on */
    public synchronized Duration take(String caller, Instant now) {
        Duration wait = delay(caller, now);
        if (wait.isZero()) {
            count(caller, now);
        }
        return wait;
    }

    private Instant workedOff(String caller, Instant now) {
        Instant before = callers.getOrDefault(caller, now);
        return before.isAfter(now) ? before : now;
    }
}
