package org.sealpost.smime;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sealpost.crypto.BadEncoding;
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
    private final byte[] encodedName;
    private final Optional<NamedCurve> curve;

    /**
     * @param certificate with an RSA key or one on a NIST curve
     * @param capabilities what the recipient's mail program reads; decides between RSA-OAEP and PKCS #1 v1.5
     * @throws BadEncoding when the certificate's key is broken or of an unknown kind
     */
    public RecipientKey(X509Certificate certificate, Capabilities capabilities, Providers providers) {
        this.certificate = certificate;
        this.capabilities = capabilities;
        this.publicKey = providers.adopt(certificate.getPublicKey());
        this.name = CertificateName.of(certificate);
        this.encodedName = Der.encode(name.toAsn1());
        this.curve = curveOf(certificate.getPublicKey());
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

    byte[] encodedName() {
        return encodedName;
    }

    /** The curve to agree a key on; empty for RSA. */
    Optional<NamedCurve> curve() {
        return curve;
    }

    private static Optional<NamedCurve> curveOf(PublicKey key) {
        if (key.getAlgorithm().equals("RSA")) {
            return Optional.empty();
        }
        Optional<NamedCurve> curve =
                NamedCurve.of(SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm());
        if (curve.isEmpty()) {
            throw new BadEncoding("public key for encryption");
        }
        return curve;
    }

    @Override
    public String toString() {
        return "RecipientKey[" + name + "]";
    }
}
