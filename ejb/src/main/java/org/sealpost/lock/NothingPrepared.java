package org.sealpost.lock;

import org.sealpost.protocol.WrongState;

/** There is nothing to prove: nothing was prepared, or too long ago, or the server was started anew since. */
public final class NothingPrepared extends WrongState {
    private static final long serialVersionUID = 1;

    NothingPrepared() {
        super("nothing-prepared");
    }
}
