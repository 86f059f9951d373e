package org.sealpost.jobs;

/** What can be clicked at a job. */
public enum JobChoice {
    /** Put a failed job on the queue again. */
    RETRY,
    /** Try a held job again as it is. */
    TRY_AGAIN,
    /** Deliver a held job without those that it cannot be sealed to. */
    REMOVE_NOT_ENABLED,
    /** Deliver a held job unencrypted to everybody. */
    SEND_UNENCRYPTED,
    /** Take the job back. */
    CANCEL
}
