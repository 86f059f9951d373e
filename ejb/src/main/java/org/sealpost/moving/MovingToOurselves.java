package org.sealpost.moving;

import org.sealpost.protocol.BadInput;

/** The certificate or the file is this Key Manager's own. */
public final class MovingToOurselves extends BadInput {
    private static final long serialVersionUID = 1;

    MovingToOurselves() {
        super("moving-to-ourselves");
    }
}
