package org.sealpost.repeat;

import org.sealpost.protocol.BadInput;

/** The key was given with another request before: {@code idempotency-key-used}. */
public final class KeyUsedOtherwise extends BadInput {
    private static final long serialVersionUID = 1;

    KeyUsedOtherwise() {
        super("idempotency-key-used");
    }
}
