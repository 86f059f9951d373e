package org.sealpost.lock;

import org.sealpost.protocol.NotAuthentic;

/** The start-up password does not fit; the next try has to wait. */
public final class WrongStartupPassword extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /** @param seconds that the next try has to wait */
    WrongStartupPassword(long seconds) {
        super("wrong-startup-password", seconds);
    }
}
