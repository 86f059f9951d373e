package org.sealpost.web.pki;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often callers without a login may ask: a burst of {@value #BURST} from one address, then one request each half
 * second; and all of them together no more than ten times that. Whoever asks more often is told how long to wait.
 */
@ApplicationScoped
class CallerRate {
    static final int BURST = 40;
    private static final int TOGETHER = 10;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration WINDOW = STEP.multipliedBy(BURST);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_ADDRESSES = 10_000;

    /** When each caller's requests will have been worked off, the one that asked last at the end. */
    private final Map<String, Instant> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private Instant everybody = Instant.EPOCH;

    @Inject
    Clock clock;

    /** Whether the request may be looked at; if not, the response says when. */
    boolean admits(HttpServletRequest request, HttpServletResponse response) {
        Duration wait = delay(request.getRemoteAddr());
        if (wait.isZero()) {
            return true;
        }
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds()));
        return false;
    }

    /** Zero when the request may go on, and counts then. */
    synchronized Duration delay(String address) {
        Instant now = clock.instant();
        Duration step = STEP.dividedBy(TOGETHER);
        Duration wait =
                longer(over(callers.getOrDefault(address, Instant.EPOCH), STEP, now), over(everybody, step, now));
        if (wait.isZero()) {
            callers.put(
                    address,
                    later(callers.getOrDefault(address, Instant.EPOCH), now).plus(STEP));
            everybody = later(everybody, now).plus(step);
        }
        return wait;
    }

    /** By how much one more request would exceed the burst. */
    private static Duration over(Instant workedOff, Duration step, Instant now) {
        Duration ahead = Duration.between(now, later(workedOff, now).plus(step));
        Duration over = ahead.minus(WINDOW);
        return over.isNegative() ? Duration.ZERO : over;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
