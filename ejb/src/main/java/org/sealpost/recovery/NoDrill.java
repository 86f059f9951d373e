package org.sealpost.recovery;

import org.sealpost.protocol.NotFound;

/** There was no drill yet. */
public final class NoDrill extends NotFound {
    private static final long serialVersionUID = 1;

    public NoDrill() {
        super("no-drill");
    }
}
