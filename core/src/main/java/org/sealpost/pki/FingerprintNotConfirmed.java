package org.sealpost.pki;

import org.sealpost.protocol.BadInput;

/** What was typed is not the fingerprint of the certificate; nothing was trusted. */
public final class FingerprintNotConfirmed extends BadInput {
    private static final long serialVersionUID = 1;

    private FingerprintNotConfirmed(String code, Object... arguments) {
        super(code, arguments);
    }

    static FingerprintNotConfirmed different() {
        return new FingerprintNotConfirmed("fingerprint-differs");
    }

    /** @param typed how many digits there were, of how many */
    static FingerprintNotConfirmed incomplete(int typed, int of) {
        return new FingerprintNotConfirmed("fingerprint-incomplete", typed, of);
    }
}
