package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** No re-encryption of the mailbox's stored mail is under way. */
public final class NotResealing extends WrongState {
    private static final long serialVersionUID = 1;

    /** There is nothing to stop. */
    public NotResealing() {
        super("not-resealing");
    }
}
