package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** No drill was broken off. */
public final class NoDrillToGoOn extends WrongState {
    private static final long serialVersionUID = 1;

    NoDrillToGoOn() {
        super("no-drill-to-go-on");
    }
}
