package org.sealpost.model;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to a job, and from which states: the whole state machine in one table. */
public enum JobVerb {
    /** The spool cannot be opened at present. */
    WAIT(JobState.QUEUED),
    /** Puts the job on the queue again: after waiting, after failing, or because its queue message seems lost. */
    REQUEUE(JobState.QUEUED, JobState.WAITING, JobState.FAILED),
    /** Somebody can no longer be sealed to. */
    HOLD(JobState.QUEUED),
    /** The sender has decided what becomes of a held job. */
    ANSWER(JobState.HELD),
    /** All attempts failed, or nothing carries mail to somebody outside. */
    FAIL(JobState.QUEUED),
    /** Every copy is in its mailbox. */
    DELIVER(JobState.QUEUED),
    /** The sender or an administrator takes the job back. */
    CANCEL(JobState.QUEUED, JobState.WAITING, JobState.HELD, JobState.FAILED);

    private final Set<JobState> from;

    JobVerb(JobState first, JobState... others) {
        this.from = EnumSet.of(first, others);
    }

    /** The states in which this verb is a right move. */
    Set<JobState> from() {
        return from;
    }
}
