package org.sealpost.resealing;

import org.sealpost.protocol.WrongState;

/** No stored message of the mailbox is sealed weaker than it would be today. */
public final class NothingToReseal extends WrongState {
    private static final long serialVersionUID = 1;

    NothingToReseal() {
        super("nothing-to-reseal");
    }
}
