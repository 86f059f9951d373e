package org.sealpost.pki;

import org.sealpost.protocol.NotAuthentic;

/** A request does not prove possession of its private key, or its key is too weak. */
public final class ProofFailed extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /** @param code {@code proof-failed} or {@code weak-key} */
    ProofFailed(String code, Object... arguments) {
        super(code, arguments);
    }
}
