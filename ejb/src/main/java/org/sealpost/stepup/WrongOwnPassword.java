package org.sealpost.stepup;

import org.sealpost.protocol.NotAuthentic;

/** The directory does not know the caller by that password. */
public final class WrongOwnPassword extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /** @param seconds that the next try has to wait */
    WrongOwnPassword(long seconds) {
        super("wrong-own-password", seconds);
    }
}
