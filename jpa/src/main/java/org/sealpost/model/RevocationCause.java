package org.sealpost.model;

import org.sealpost.pki.RevocationReason;

/** Why an administrator ends a mailbox's certificates; they have different effects on what was signed before. */
public enum RevocationCause {
    /** A key may be in other hands: signatures count only if they were there before that. */
    COMPROMISED(RevocationReason.KEY_COMPROMISE),
    /** The owner has left or the mailbox is given up: what was signed before stays valid. */
    LEFT(RevocationReason.CESSATION_OF_OPERATION),
    /** The owner has gone to another organisation, keys and all: what was signed before stays valid. */
    MOVED(RevocationReason.AFFILIATION_CHANGED);

    private final RevocationReason reason;

    RevocationCause(RevocationReason reason) {
        this.reason = reason;
    }

    /** What the revocation list says. */
    public RevocationReason reason() {
        return reason;
    }
}
