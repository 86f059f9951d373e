package org.sealpost.model;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to a request, and from which states: the whole state machine in one table. */
public enum ApprovalVerb {
    /** One more person agrees; with the last one the request is approved. */
    APPROVE(ApprovalState.PENDING),
    /** What was asked for is done. */
    COMPLETE(ApprovalState.APPROVED),
    /** What was asked for cannot be done any more. */
    FAIL(ApprovalState.PENDING, ApprovalState.APPROVED),
    /** Somebody who could agree says no. */
    REFUSE(ApprovalState.PENDING),
    /** The requester takes it back. */
    WITHDRAW(ApprovalState.PENDING, ApprovalState.APPROVED),
    /** Its time is over. */
    EXPIRE(ApprovalState.PENDING, ApprovalState.APPROVED);

    private final Set<ApprovalState> from;

    ApprovalVerb(ApprovalState first, ApprovalState... others) {
        this.from = EnumSet.of(first, others);
    }

    /** The states in which this verb is a right move. */
    Set<ApprovalState> from() {
        return from;
    }
}
