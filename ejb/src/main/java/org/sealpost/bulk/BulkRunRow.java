package org.sealpost.bulk;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkTerms;
import org.sealpost.model.BulkVerb;

/**
 * A bulk run as a list shows it.
 *
 * @param id its number
 * @param terms what it is about
 * @param state where it stands
 * @param since when it came to that state
 * @param counts how many mailboxes are in each state
 * @param tokens how many tokens wait to be taken
 * @param pace how fast it goes; empty unless it is under way and enough was done to tell
 */
public record BulkRunRow(
        long id,
        BulkTerms terms,
        BulkState state,
        Instant since,
        Map<BulkItemState, Long> counts,
        long tokens,
        Optional<BulkPace> pace)
        implements Serializable {
    private static final int WHOLE = 100;

    public BulkRunRow {
        counts = Map.copyOf(counts);
    }

    /** How many mailboxes are in that state. */
    public long count(BulkItemState in) {
        return counts.getOrDefault(in, 0L);
    }

    /** How many had their turn, with or without success. */
    public long past() {
        return count(BulkItemState.DONE) + count(BulkItemState.FAILED);
    }

    /** How many have had or will have their turn. */
    public long all() {
        return past() + count(BulkItemState.WAITING) + count(BulkItemState.LEFT_OUT);
    }

    /** How far it is, 0 to 100. */
    public int percent() {
        return all() == 0 ? WHOLE : (int) (past() * WHOLE / all());
    }

    /** How long it takes until everybody's turn has come; empty while that is unknown. */
    public Optional<Duration> left() {
        return pace.map(now -> now.timeFor(count(BulkItemState.WAITING)));
    }

    /** Whether that can be done to it. */
    public boolean allows(BulkVerb verb) {
        return state.allows(verb);
    }

    /** Whether there are tokens, and no more to come. */
    public boolean takeable() {
        return state.finished() && tokens > 0;
    }
}
