package org.sealpost.sending;

/** Whether mail can be sealed to a mailbox; also a sender's own status. */
public enum RecipientStatus {
    /** Has a valid encryption certificate. */
    ENABLED,
    /** In the directory, without Advanced Security. */
    NOT_ENABLED,
    /** Had Advanced Security; its certificates are revoked. */
    REVOKED,
    /** Not in the directory. */
    UNKNOWN;

    /** Only an enabled mailbox can be sealed to. */
    public boolean enabled() {
        return this == ENABLED;
    }
}
