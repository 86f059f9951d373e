package org.sealpost.revocation;

import java.time.Instant;
import org.sealpost.protocol.BadInput;

/** The instant of a compromise lies in the future. */
public final class FutureCompromise extends BadInput {
    private static final long serialVersionUID = 1;

    FutureCompromise(Instant since) {
        super("future-compromise", since);
    }
}
