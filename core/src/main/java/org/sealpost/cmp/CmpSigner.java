package org.sealpost.cmp;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/**
 * The Key Manager's own signature under its messages, by a pair that signs nothing else. Closing destroys the key.
 *
 * @param key with a certificate of the authority's
 * @param authority the authority's certificate
 */
public record CmpSigner(Providers providers, OwnedKey key, X509Certificate authority)
        implements CmpProtection, AutoCloseable {
    @Override
    public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder builder) throws CMPException {
        return builder.addCMPCertificate(holder(key.certificate()))
                .addCMPCertificate(holder(authority))
                .build(contentSigner());
    }

    ContentSigner contentSigner() {
        KeyType type = KeyType.of(key.certificate().getPublicKey()).orElseThrow();
        try {
            return new JcaContentSignerBuilder(type.signatureAlgorithm())
                    .setProvider(providers.signature(type.algorithm()))
                    .build(key.privateKey());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(type + " does not sign", e);
        }
    }

    static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(Certificates.der(certificate));
        } catch (IOException e) {
            throw new IllegalStateException("a parsed certificate encodes", e);
        }
    }

    @Override
    public void close() {
        key.close();
    }

    /** The certificate's serial number only. */
    @Override
    public String toString() {
        return "CmpSigner[" + key + "]";
    }
}
