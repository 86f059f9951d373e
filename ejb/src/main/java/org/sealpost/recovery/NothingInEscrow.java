package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** The mailbox has no escrowed key that could be opened. */
public final class NothingInEscrow extends WrongState {
    private static final long serialVersionUID = 1;

    NothingInEscrow(String address) {
        super("nothing-in-escrow", address);
    }
}
