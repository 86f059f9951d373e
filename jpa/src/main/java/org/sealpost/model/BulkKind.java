package org.sealpost.model;

/** What a bulk run does to its mailboxes, one after the other. The names are kept in the database. */
public enum BulkKind {
    /** Enables them: a token each. */
    ENABLE(SensitiveVerb.BULK_ENABLE, MailboxVerb.ISSUE_TOKEN),
    /** Ends their certificates, all for the same cause. */
    REVOKE(SensitiveVerb.BULK_REVOKE, MailboxVerb.REVOKE),
    /** Asks their owners to renew now; nobody but the owner can, because the signing key is the owner's. */
    REMIND(SensitiveVerb.BULK_RENEW, MailboxVerb.RENEW);

    private final SensitiveVerb verb;
    private final MailboxVerb move;

    BulkKind(SensitiveVerb verb, MailboxVerb move) {
        this.verb = verb;
        this.move = move;
    }

    /** Whose policy says who has to agree. */
    public SensitiveVerb verb() {
        return verb;
    }

    /**
     * Whether a mailbox has to be in the directory when its turn comes. Not to be revoked: those who have left are often
     * gone from the directory before anybody thinks of their certificates.
     */
    public boolean asksDirectory() {
        return this != REVOKE;
    }

    /**
     * Whether it is done to mailboxes in this state. Enabling leaves those alone that have a token already: a second one
     * would kill the first, which may be in its owner's hands.
     */
    public boolean takes(MailboxState state) {
        boolean tokenOut = state == MailboxState.TOKEN_OUT || state == MailboxState.RECOVERING;
        return state.allows(move) && !(this == ENABLE && tokenOut);
    }
}
