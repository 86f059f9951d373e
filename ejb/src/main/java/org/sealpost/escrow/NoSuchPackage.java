package org.sealpost.escrow;

import org.sealpost.protocol.NotFound;

/** Nothing waits for that code: it was used or withdrawn, has run out, or the officers have not agreed yet. */
public final class NoSuchPackage extends NotFound {
    private static final long serialVersionUID = 1;

    public NoSuchPackage() {
        super("no-such-package");
    }
}
