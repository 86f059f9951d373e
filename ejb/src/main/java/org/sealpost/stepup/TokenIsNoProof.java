package org.sealpost.stepup;

import org.sealpost.protocol.NotAuthentic;

/** The request came with a bearer token, which is no proof that its owner is there; nothing has happened. */
public final class TokenIsNoProof extends NotAuthentic {
    private static final long serialVersionUID = 1;

    TokenIsNoProof() {
        super("bearer-token-is-no-proof");
    }
}
