package org.sealpost.crypto;

import java.util.List;
import org.sealpost.protocol.NotAuthentic;

/** A wrapped or sealed value does not open: wrong key, wrong purpose, or altered. The three cannot be told apart. */
public final class UnwrapFailed extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /**
     * @param purpose what the value is for, e.g. {@code ca-key}
     * @param cause what the library said, for the log only
     */
    public UnwrapFailed(String purpose, Throwable cause) {
        super("unwrap-failed", cause, List.of(purpose));
    }
}
