package org.sealpost.lock;

import org.sealpost.protocol.NotAuthentic;

/** The last wrong start-up password was given too short a time ago; this one was not even looked at. */
public final class TooManyTries extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /** @param seconds that are left to wait */
    TooManyTries(long seconds) {
        super("too-many-tries", seconds);
    }
}
