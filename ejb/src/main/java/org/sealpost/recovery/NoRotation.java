package org.sealpost.recovery;

import org.sealpost.protocol.NotFound;

/** No keys were ever moved to another escrow key. */
public final class NoRotation extends NotFound {
    private static final long serialVersionUID = 1;

    public NoRotation() {
        super("no-rotation");
    }
}
