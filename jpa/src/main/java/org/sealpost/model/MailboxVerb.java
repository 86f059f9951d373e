package org.sealpost.model;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to a mailbox, and from which states: the whole state machine in one table. */
public enum MailboxVerb {
    /**
     * Hands out an enrolment token, or another one for the one that is out. Not for a recovery token: the keys are sealed
     * to that one, so it is taken back and recovery asked for again.
     */
    ISSUE_TOKEN(MailboxState.NOT_ENABLED, MailboxState.TOKEN_OUT, MailboxState.EXPIRED),
    /** Takes the token back; the mailbox is again what it was before. */
    WITHDRAW_TOKEN(MailboxState.TOKEN_OUT, MailboxState.RECOVERING),
    /** The user has redeemed the token. */
    ENABLE(MailboxState.TOKEN_OUT, MailboxState.RECOVERING),
    /** The user renews keys that are still in force. */
    RENEW(MailboxState.ENABLED),
    /** The certificates ran out. */
    EXPIRE(MailboxState.ENABLED),
    /** The certificates go on the revocation list. */
    REVOKE(MailboxState.ENABLED, MailboxState.EXPIRED, MailboxState.RECOVERING),
    /** Hands a token to a revoked mailbox; a verb of its own so that no bulk enabling brings leavers back. */
    RE_ENABLE(MailboxState.REVOKED),
    /** A key history came from another Key Manager; what is missing is a recovery. */
    ARRIVE(MailboxState.NOT_ENABLED),
    /** Hands out a token that brings the key history back. */
    RECOVER(MailboxState.ENABLED, MailboxState.EXPIRED, MailboxState.REVOKED);

    private final Set<MailboxState> from;

    MailboxVerb(MailboxState first, MailboxState... others) {
        this.from = EnumSet.of(first, others);
    }

    /** The states in which this verb is a right move. */
    Set<MailboxState> from() {
        return from;
    }
}
