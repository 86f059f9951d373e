package org.sealpost.bulk;

import org.sealpost.protocol.WrongState;

/** There is nobody to whom the bulk run could be done. */
public final class NobodyToTake extends WrongState {
    private static final long serialVersionUID = 1;

    NobodyToTake(long run) {
        super("nobody-to-take", run);
    }
}
