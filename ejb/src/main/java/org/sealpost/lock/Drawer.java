package org.sealpost.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps something that was made but does not count yet, for an hour at most, until whoever made it has proved to have
 * what opens it. Nothing secret goes in.
 */
final class Drawer<T> {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private @Nullable T kept;
    private Instant until = Instant.EPOCH;

    Drawer(Clock clock) {
        this.clock = clock;
    }

    synchronized void keep(T made) {
        kept = made;
        until = clock.instant().plus(LONGEST);
    }

    synchronized Optional<T> find() {
        return clock.instant().isBefore(until) ? Optional.ofNullable(kept) : Optional.empty();
    }

    /** @throws NothingPrepared when nothing was prepared, or too long ago */
    synchronized T prepared() {
        return find().orElseThrow(NothingPrepared::new);
    }

    synchronized void clear() {
        kept = null;
    }
}
