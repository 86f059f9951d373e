package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what a server does in its own time: looks until it is so, and fails when it does not come in time. */
final class Waiting {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long BETWEEN_NANOS = 100_000_000;

    private Waiting() {}

    /** Within a minute. */
    static void await(BooleanSupplier condition) {
        await(BOUND, condition);
    }

    /** Within a time of one's own. */
    static void await(Duration bound, BooleanSupplier condition) {
        Instant end = Instant.now().plus(bound);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("not within " + bound).isBefore(end);
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
