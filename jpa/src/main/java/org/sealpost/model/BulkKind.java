package org.sealpost.model;

/** What a bulk run does to its mailboxes, one after the other. The names are kept in the database. */
public enum BulkKind {
    /** Enables them: a token each. */
    ENABLE(SensitiveVerb.BULK_ENABLE, MailboxVerb.ISSUE_TOKEN),
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
     * Whether it is done to mailboxes in this state. Enabling leaves those alone that have a token already: a second one
     * would kill the first, which may be in its owner's hands.
     */
    public boolean takes(MailboxState state) {
        boolean tokenOut = state == MailboxState.TOKEN_OUT || state == MailboxState.RECOVERING;
        return state.allows(move) && !(this == ENABLE && tokenOut);
    }
}
