package org.sealpost.web.pki;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.web.load.Pace;
import org.sealpost.web.load.TurnedAway;

/**
 * How often callers without a login may ask: a burst of {@value #BURST} from one address, then one request each half
 * second; and all of them together no more than ten times that. Whoever asks more often is told how long to wait.
 */
@ApplicationScoped
public class CallerRate {
    static final int BURST = 40;
    private static final int TOGETHER = 10;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final String EVERYBODY = "";

    private final Pace each = new Pace(BURST, STEP);
    private final Pace together = new Pace(BURST * TOGETHER, STEP.dividedBy(TOGETHER));

    @Inject
    Clock clock;

    /** Whether the request may be looked at; if not, the response says when. */
    public boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duration wait = delay(request.getRemoteAddr());
        if (!wait.isZero()) {
            TurnedAway.tooOften(request, response, wait);
        }
        return wait.isZero();
    }

    /** Zero when the request may go on, and counts then. */
    synchronized Duration delay(String address) {
        Instant now = clock.instant();
        Duration alone = each.delay(address, now);
        Duration all = together.delay(EVERYBODY, now);
        if (alone.isZero() && all.isZero()) {
            each.count(address, now);
            together.count(EVERYBODY, now);
        }
        return alone.compareTo(all) > 0 ? alone : all;
    }
}
