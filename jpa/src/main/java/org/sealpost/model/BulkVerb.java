package org.sealpost.model;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to a bulk run, and from which states: the whole state machine in one table. */
public enum BulkVerb {
    /** What was tried dry is carried out. */
    START(BulkState.RUNNING, BulkState.PLANNED),
    /** Stops after the mailbox whose turn it is. */
    PAUSE(BulkState.PAUSED, BulkState.RUNNING),
    /** Goes on where it stopped. */
    RESUME(BulkState.RUNNING, BulkState.PAUSED),
    /** Nobody is left. */
    FINISH(BulkState.FINISHED, BulkState.RUNNING),
    /** Gives it up; what was done stays done. */
    CANCEL(BulkState.CANCELLED, BulkState.PLANNED, BulkState.RUNNING, BulkState.PAUSED);

    private final BulkState to;
    private final Set<BulkState> from;

    BulkVerb(BulkState to, BulkState first, BulkState... others) {
        this.to = to;
        this.from = EnumSet.of(first, others);
    }

    /** The states in which this verb is a right move. */
    Set<BulkState> from() {
        return from;
    }

    /** The state that it leads to. */
    BulkState to() {
        return to;
    }
}
