package org.sealpost.revocation;

/** How well the revocation list that is served stands. */
public enum ListAge {
    /** Signed lately. */
    FRESH,
    /** Two renewals were missed; mail programs still trust it. Time to act. */
    LATE,
    /** Its time is over: whoever checks by it trusts no signature. */
    OVERDUE
}
