package org.sealpost.pki;

import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Signs nothing: gives a certificate its whole form, to be looked at before the authority's key touches it. */
record DraftSigner(AlgorithmIdentifier algorithm) implements ContentSigner {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public byte[] getSignature() {
        return new byte[] {0};
    }
}
