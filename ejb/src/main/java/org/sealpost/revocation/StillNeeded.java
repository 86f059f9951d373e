package org.sealpost.revocation;

import org.sealpost.model.Serial;
import org.sealpost.protocol.WrongState;

/** A certificate that no newer one has replaced cannot be given back as replaced. */
public final class StillNeeded extends WrongState {
    private static final long serialVersionUID = 1;

    StillNeeded(Serial serial) {
        super("still-needed", serial);
    }
}
