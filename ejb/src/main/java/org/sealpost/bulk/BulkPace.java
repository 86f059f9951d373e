package org.sealpost.bulk;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast a run goes, by what it did just now: the last minutes, not the whole of it, because pauses, restarts and the
 * making of pairs ahead change the rate.
 *
 * @param turns how many mailboxes had their turn
 * @param within in which time
 */
public record BulkPace(long turns, Duration within) implements Serializable {
    /** How far back it looks at most. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final long ENOUGH_TURNS = 10;
    private static final Duration ENOUGH_TIME = Duration.ofSeconds(10);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Empty until so much was done that it says something. */
    static Optional<BulkPace> of(long turns, Duration within) {
        boolean enough = turns >= ENOUGH_TURNS && within.compareTo(ENOUGH_TIME) >= 0;
        return enough ? Optional.of(new BulkPace(turns, within)) : Optional.empty();
    }

    /** Mailboxes a minute, to the nearest whole number, at least 2. */
    public long perMinute() {
        return Math.round((double) turns * MINUTE / within.toMillis());
    }

    /** How long so many mailboxes take at this rate. */
    public Duration timeFor(long mailboxes) {
        return within.multipliedBy(mailboxes).dividedBy(turns);
    }
}
