package org.sealpost.stepup;

import org.sealpost.protocol.NotAuthentic;

/** The last wrong password was given too short a time ago; this one was not even looked at. */
public final class ProofTooSoon extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /** @param seconds that are left to wait */
    ProofTooSoon(long seconds) {
        super("proof-too-soon", seconds);
    }
}
