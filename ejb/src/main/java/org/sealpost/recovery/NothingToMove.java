package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** No moving of keys to a new version of the escrow key was broken off. */
public final class NothingToMove extends WrongState {
    private static final long serialVersionUID = 1;

    NothingToMove() {
        super("nothing-to-move");
    }
}
