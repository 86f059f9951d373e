package org.sealpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.model.Act;

/**
 * Notices when the server's clock is set back, by what it has shown since the server started, and records it once. No
 * certificate is dated then, because it would count before its time or not yet. A clock that was wrong before and is
 * right now is believed again after a restart.
 */
@ApplicationScoped
public class ClockWatch {
    /** What a clock that is being disciplined may go back. */
    static final Duration TOLERANCE = Duration.ofMinutes(2);

    @Inject
    Clock clock;

    @Inject
    AuditLog audit;

    private Instant latest = Instant.EPOCH;
    private boolean told;

    /** To be done often: what was never seen cannot be missed. */
    public void look() {
        Duration behind = behind();
        boolean back = behind.compareTo(TOLERANCE) > 0;
        if (back && !told) {
            audit.failure(Act.CLOCK_SET_BACK, "clock", "by " + behind.toSeconds() + " s");
        }
        told = back;
    }

    /** @throws ClockSetBack while the clock shows an earlier time than it did */
    public void require() {
        Duration behind = behind();
        if (behind.compareTo(TOLERANCE) > 0) {
            throw new ClockSetBack(behind.toMinutes());
        }
    }

    private synchronized Duration behind() {
        Instant now = clock.instant();
        if (now.isAfter(latest)) {
            latest = now;
        }
        return Duration.between(now, latest);
    }
}
