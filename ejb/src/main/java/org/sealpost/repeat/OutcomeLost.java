package org.sealpost.repeat;

import org.sealpost.protocol.WrongState;

/** The same request was begun, and nobody knows what became of it: {@code request-outcome-lost}. */
public final class OutcomeLost extends WrongState {
    private static final long serialVersionUID = 1;

    OutcomeLost() {
        super("request-outcome-lost");
    }
}
