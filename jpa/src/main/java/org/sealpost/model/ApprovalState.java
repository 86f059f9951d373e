package org.sealpost.model;

/** Where a request for something sensitive stands. */
public enum ApprovalState {
    /** Not everyone who is needed has agreed yet. */
    PENDING,
    /** Everyone has agreed; what was asked for needs the requester once more, with a password for instance. */
    APPROVED,
    /** Carried out. */
    DONE,
    /** Everyone agreed, but it could not be done any more; the cause is kept, and nothing was changed. */
    FAILED,
    /** Somebody who could have agreed said no. */
    REFUSED,
    /** The requester took it back. */
    WITHDRAWN,
    /** Too few people agreed in time. */
    EXPIRED;

    /** Whether the verb is a right move in this state; pages show only the buttons that pass. */
    public boolean allows(ApprovalVerb verb) {
        return verb.from().contains(this);
    }

    /** Whether nothing will happen to the request any more. */
    public boolean finished() {
        return this != PENDING && this != APPROVED;
    }
}
