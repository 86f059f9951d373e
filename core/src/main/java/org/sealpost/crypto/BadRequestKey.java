package org.sealpost.crypto;

import org.sealpost.protocol.BadInput;

/** What a program gave as its key for a request is none, or too easy to guess: {@code bad-idempotency-key}. */
public final class BadRequestKey extends BadInput {
    private static final long serialVersionUID = 1;

    BadRequestKey() {
        super("bad-idempotency-key", RequestKey.SHORTEST, RequestKey.LONGEST);
    }
}
