package org.sealpost.lock;

import org.sealpost.model.OpeningKind;
import org.sealpost.protocol.WrongState;

/** The Key Manager does not open in that way: there are no recovery shares, or no token was added. */
public final class NoSuchWay extends WrongState {
    private static final long serialVersionUID = 1;

    NoSuchWay(OpeningKind kind) {
        super(kind == OpeningKind.TOKEN ? "no-token-added" : "no-recovery-shares");
    }
}
