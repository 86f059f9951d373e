package org.sealpost.repeat;

import org.sealpost.protocol.WrongState;

/** The same request is being worked on: {@code request-under-way}. */
public final class StillUnderWay extends WrongState {
    private static final long serialVersionUID = 1;

    StillUnderWay() {
        super("request-under-way");
    }
}
