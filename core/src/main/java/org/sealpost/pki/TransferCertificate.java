package org.sealpost.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;

/**
 * Another Key Manager's escrow key as its authority certified it: what the keys of people who go there are sealed to. That
 * it is the right one says its fingerprint, told over another way.
 */
public record TransferCertificate(X509Certificate certificate) {
    /** Own purpose, in the arc of UUIDs (ITU-T X.667): no other certificate passes for one of these. */
    static final KeyPurposeId PURPOSE =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.25.173458299407802209450355419578068462322"));

    /** The curve of {@link Hpke}. */
    private static final AlgorithmIdentifier P256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);

    private static final int KEY_AGREEMENT = 4;
    private static final String WHAT = "transfer certificate";

    /**
     * Reads DER or PEM.
     *
     * @param now must lie within its validity
     * @throws BadEncoding when it is no certificate
     * @throws UnusableTransferCertificate when it is another kind of certificate, or out of date
     */
    public static TransferCertificate read(byte[] derOrPem, Instant now) {
        X509Certificate certificate = Certificates.parse(derOrPem);
        return GuardedParsing.of(WHAT, () -> {
            TransferCertificate read = new TransferCertificate(certificate);
            read.requireKind();
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                throw UnusableTransferCertificate.tooEarly(
                        certificate.getNotBefore().toInstant());
            }
            if (now.isAfter(read.until())) {
                throw UnusableTransferCertificate.expired(read.until());
            }
            return read;
        });
    }

    private void requireKind() throws GeneralSecurityException {
        boolean[] usage = certificate.getKeyUsage();
        List<String> purposes = certificate.getExtendedKeyUsage();
        if (usage == null
                || !usage[KEY_AGREEMENT]
                || purposes == null
                || !purposes.equals(List.of(PURPOSE.getId()))
                || !publicKeyInfo().getAlgorithm().equals(P256)) {
            throw UnusableTransferCertificate.none();
        }
    }

    /** The public HPKE key, 65 bytes. */
    public byte[] escrowKey() {
        return publicKeyInfo().getPublicKeyData().getOctets();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }

    /** Whose it is, as its authority says. */
    public String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    /** The last instant at which something may be sealed to it. */
    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /**
     * Whether that authority certified it. The key's identifier is compared too: to a signature alone a fitting key could
     * be made afterwards.
     */
    public boolean issuedBy(X509Certificate authority, Providers providers) {
        try {
            PublicKey key = providers.adopt(authority.getPublicKey());
            certificate.verify(key, providers.signature(key.getAlgorithm()));
            return certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
                    && Arrays.equals(issuersKeyId(), CertificateExtensions.keyId(authority.getPublicKey()));
        } catch (GeneralSecurityException | BadEncoding e) {
            return false;
        }
    }

    private byte[] issuersKeyId() {
        return GuardedParsing.of(WHAT, () -> AuthorityKeyIdentifier.getInstance(ASN1OctetString.getInstance(
                                certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId()))
                        .getOctets())
                .getKeyIdentifierOctets());
    }

    private SubjectPublicKeyInfo publicKeyInfo() {
        return SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
    }

    /** A public HPKE key as one of this platform's. */
    static PublicKey key(Providers providers, byte[] escrowKey) {
        try {
            return providers.publicKey(new SubjectPublicKeyInfo(P256, escrowKey).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a key encodes", e);
        }
    }
}
