package org.sealpost.model;

/** Where a bulk run stands. */
public enum BulkState {
    /** Tried dry: everybody was looked at, nothing was done. */
    PLANNED,
    /** Under way, or waiting for the Key Manager. */
    RUNNING,
    /** Stopped by somebody, to go on later. */
    PAUSED,
    /** Everybody's turn has come. */
    FINISHED,
    /** Given up; what was done until then stays done. */
    CANCELLED;

    /** Whether the verb is a right move in this state. */
    public boolean allows(BulkVerb verb) {
        return verb.from().contains(this);
    }

    /** Whether nothing will be done any more. */
    public boolean finished() {
        return this == FINISHED || this == CANCELLED;
    }
}
