package org.sealpost.smime;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.OwnedKey;

/** The signing pair of a sender, ready to sign messages. Close it as soon as they are signed. */
public final class SigningKey implements AutoCloseable {

    private final PrivateKey privateKey;
    private final X509Certificate certificate;
    private final Signer signer;

    /**
     * Makes a copy of the private key of its own, which {@link #close()} destroys as far as the provider can.
     *
     * @param key RSA or on a NIST curve; its certificate is always sent along
     * @param others certificates to send along: the authorities above, and the sender's encryption certificate so that
     *     the recipient can answer; the first one for encryption is named as the one to answer to (RFC 8551 section
     *     2.5.3)
     * @param capabilities what the sender's mail program reads, announced in the signature
     * @throws org.sealpost.crypto.BadEncoding when the key is broken or of an unknown kind
     */
    public SigningKey(OwnedKey key, List<X509Certificate> others, Capabilities capabilities, Providers providers) {
        this.privateKey = providers.adopt(key.privateKey());
        this.certificate = key.certificate();
        this.signer = Signer.of(certificate, others, capabilities, providers);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    Signer signer() {
        return signer;
    }

    @Override
    public void close() {
        Keys.destroy(privateKey);
    }

    @Override
    public String toString() {
        return "SigningKey[" + CertificateName.of(certificate) + "]";
    }
}
