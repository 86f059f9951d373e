package org.sealpost.model;

/** Where a job stands between Send and delivery. */
public enum JobState {
    /** Its message is on the queue, or will be put there again by the sweeper. */
    QUEUED,
    /** Nothing is wrong, but the key that opens the spool is not in memory: the Key Manager has to be unlocked. */
    WAITING,
    /** Somebody can no longer be sealed to; the sender has to decide. Never silently plain, never silently dropped. */
    HELD,
    /** It did not reach everybody; the cause is kept with the job and it can be retried. */
    FAILED,
    /** Every recipient and the sender have their copy; the spool is wiped. */
    DELIVERED,
    /** Taken back before delivery; the spool is wiped. */
    CANCELLED;

    /** Whether the verb is a right move in this state; pages show only the buttons that pass. */
    public boolean allows(JobVerb verb) {
        return verb.from().contains(this);
    }

    /** Whether nothing will happen to the job any more. */
    public boolean finished() {
        return this == DELIVERED || this == CANCELLED;
    }
}
