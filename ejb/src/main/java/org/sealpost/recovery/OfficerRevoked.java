package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** An officer who contributes, or has contributed, was revoked meanwhile. */
public final class OfficerRevoked extends WrongState {
    private static final long serialVersionUID = 1;

    OfficerRevoked(String name) {
        super("officer-revoked", name);
    }
}
