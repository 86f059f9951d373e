package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** Keys are being moved to a new version of the escrow key at this moment. */
public final class RotationRunning extends WrongState {
    private static final long serialVersionUID = 1;

    RotationRunning() {
        super("rotation-running");
    }
}
