package org.sealpost.lock;

import org.sealpost.protocol.NotAuthentic;

/** The token refuses the PIN. Tokens lock themselves after some wrong ones. */
public final class WrongTokenPin extends NotAuthentic {
    private static final long serialVersionUID = 1;

    WrongTokenPin() {
        super("wrong-token-pin");
    }
}
