package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** This person has agreed before, and counts once; nothing was changed. */
public final class AlreadyApproved extends WrongState {
    private static final long serialVersionUID = 1;

    AlreadyApproved() {
        super("already-approved");
    }
}
