package org.sealpost.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * A check's last answer, given again while it is fresh. However many ask, and at however many places at once, the part
 * behind is asked by one of them at a time and at most every few seconds; the others wait for that answer.
 */
public final class RecentAnswer {
    /** For how long a good answer is given again. */
    static final Duration GOOD = Duration.ofSeconds(5);

    /** For how long a bad one is: shorter, so that a start is not held up by what was not there a moment ago. */
    static final Duration BAD = Duration.ofSeconds(1);

    private final Supplier<HealthCheckResponse> question;
    private @Nullable HealthCheckResponse answer;
    private Instant until = Instant.MIN;

    /** @param question asks the part itself, within a few seconds */
    public RecentAnswer(Supplier<HealthCheckResponse> question) {
        this.question = question;
    }

    /** The last answer, or a new one when that is too old. */
    public synchronized HealthCheckResponse at(Clock clock) {
        HealthCheckResponse known = answer;
        if (known == null || !clock.instant().isBefore(until)) {
            known = question.get();
            answer = known;
            until = clock.instant().plus(known.getStatus() == Status.UP ? GOOD : BAD);
        }
        return known;
    }
}
