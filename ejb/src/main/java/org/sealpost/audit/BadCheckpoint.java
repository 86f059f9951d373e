package org.sealpost.audit;

import org.sealpost.protocol.BadInput;

/** What was given as a kept checkpoint is none: a line, a signature and a public key, as they were taken out. */
public final class BadCheckpoint extends BadInput {
    private static final long serialVersionUID = 1;

    BadCheckpoint() {
        super("bad-checkpoint");
    }
}
