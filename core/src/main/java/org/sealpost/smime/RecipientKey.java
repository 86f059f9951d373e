package org.sealpost.smime;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;

/**
 * The encryption certificate of one recipient, ready for use: parsed once, with the public key as an object of the
 * provider that will use it. Keep it as long as the certificate is current; it holds nothing secret.
 */
public final class RecipientKey {

    private final X509Certificate certificate;
    private final Capabilities capabilities;
    private final PublicKey publicKey;
    private final CertificateName name;

    /**
     * @param certificate with an RSA key or one on a NIST curve
     * @param capabilities what the recipient's mail program reads; decides between RSA-OAEP and PKCS #1 v1.5
     * @throws org.sealpost.crypto.BadEncoding when the certificate's key is broken or of an unknown kind
     */
    public RecipientKey(X509Certificate certificate, Capabilities capabilities, Providers providers) {
        this.certificate = certificate;
        this.capabilities = capabilities;
        this.publicKey = providers.adopt(certificate.getPublicKey());
        this.name = CertificateName.of(certificate);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    CertificateName name() {
        return name;
    }

    @Override
    public String toString() {
        return "RecipientKey[" + name + "]";
    }
}
