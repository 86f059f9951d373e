package org.sealpost.model;

/** What became of one mailbox of a bulk run. */
public enum BulkItemState {
    /** The dry run found why not. */
    SKIPPED,
    /** Its turn will come. */
    WAITING,
    /** Done. */
    DONE,
    /** Tried, and refused for the reason given. */
    FAILED,
    /** The run was cancelled before its turn. */
    LEFT_OUT
}
