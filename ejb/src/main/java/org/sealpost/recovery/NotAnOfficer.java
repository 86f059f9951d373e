package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** Whoever agrees is not one of the people who share the escrow key. */
public final class NotAnOfficer extends WrongState {
    private static final long serialVersionUID = 1;

    NotAnOfficer() {
        super("not-an-officer");
    }
}
