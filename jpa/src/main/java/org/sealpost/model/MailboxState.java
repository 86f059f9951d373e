package org.sealpost.model;

/** Where a mailbox stands in the life of Advanced Security. */
public enum MailboxState {
    /** Never enabled, or its only token was withdrawn. */
    NOT_ENABLED,
    /** An administrator enabled it; the user has not redeemed the token yet. */
    TOKEN_OUT,
    /** Enrolled, with valid certificates. */
    ENABLED,
    /** Its certificates ran out without renewal, or its key history came from elsewhere; old mail stays readable. */
    EXPIRED,
    /** Its certificates are on the revocation list. */
    REVOKED,
    /** A recovery token is out: the user is to enrol again and get the key history back. */
    RECOVERING;

    /** Whether the verb is a right move in this state; pages show only the buttons that pass. */
    public boolean allows(MailboxVerb verb) {
        return verb.from().contains(this);
    }
}
