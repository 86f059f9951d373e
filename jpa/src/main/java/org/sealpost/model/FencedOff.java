package org.sealpost.model;

import org.sealpost.protocol.Unavailable;

/** Keys were to be written by a server that does not hold the Key Manager's service, or no longer. Nothing was written. */
public final class FencedOff extends Unavailable {
    private static final long serialVersionUID = 1;

    FencedOff() {
        super("fenced-off");
    }
}
