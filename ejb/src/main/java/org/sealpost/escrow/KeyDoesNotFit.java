package org.sealpost.escrow;

import org.sealpost.model.Serial;
import org.sealpost.protocol.WrongState;

/** A key in escrow does not belong to its certificate: it could not be given to anybody as it is. */
public final class KeyDoesNotFit extends WrongState {
    private static final long serialVersionUID = 1;

    KeyDoesNotFit(Serial serial) {
        super("escrowed-key-does-not-fit", serial);
    }
}
