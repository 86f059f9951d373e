package org.sealpost.ocsp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;

/**
 * Which certificate a client asks about: its number, and its authority by two hashes (CertID, RFC 6960 section 4.1.1).
 * The answer repeats it octet for octet, hash algorithm included, or the client does not recognise its question.
 */
public final class CertificateId {
    /** Longest serial number, RFC 5280 section 4.1.2.2. */
    private static final int LONGEST_SERIAL_BITS = 160;

    private static final String WHAT = "certificate identifier";

    /** Hashes by which clients name the authority: SHA-1 by RFC 5019, SHA-256 by those that came after. */
    private static final Map<ASN1ObjectIdentifier, String> HASHES = Map.of(
            OIWObjectIdentifiers.idSHA1, "SHA-1",
            NISTObjectIdentifiers.id_sha256, "SHA-256");

    private final CertID id;

    CertificateId(CertID id) {
        this.id = id;
    }

    /**
     * Reads one that was written by {@link #encoded}.
     *
     * @throws BadEncoding when it is none
     */
    public static CertificateId parse(byte[] der) {
        return GuardedParsing.of(WHAT, () -> new CertificateId(CertID.getInstance(Asn1Bounds.parse(der, WHAT))));
    }

    /**
     * Number of the certificate; empty when it is none that a certificate can have, so that nobody has issued it.
     *
     * @return positive, at most 20 octets
     */
    public Optional<BigInteger> serial() {
        BigInteger serial = id.getSerialNumber().getValue();
        return serial.signum() > 0 && serial.bitLength() <= LONGEST_SERIAL_BITS
                ? Optional.of(serial)
                : Optional.empty();
    }

    /** Whether it names this authority; never when by a hash that is not known here. */
    public boolean issuedBy(X509Certificate authority) {
        String hash = HASHES.get(id.getHashAlgorithm().getAlgorithm());
        if (hash == null || !plain(id.getHashAlgorithm().getParameters())) {
            return false;
        }
        return MessageDigest.isEqual(
                        digest(hash, authority.getSubjectX500Principal().getEncoded()),
                        id.getIssuerNameHash().getOctets())
                && MessageDigest.isEqual(
                        digest(hash, keyBits(authority)), id.getIssuerKeyHash().getOctets());
    }

    private static boolean plain(ASN1Encodable parameters) {
        return parameters == null || DERNull.INSTANCE.equals(parameters.toASN1Primitive());
    }

    /** The identifier, DER. */
    public byte[] encoded() {
        try {
            return id.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a parsed identifier encodes", e);
        }
    }

    /** The same for identifiers that are answered alike: SHA-256 over the DER, 64 lower-case hexadecimal digits. */
    public String key() {
        return Hex.toHexString(digest("SHA-256", encoded()));
    }

    CertID structure() {
        return id;
    }

    static byte[] keyBits(X509Certificate certificate) {
        return SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm, Providers.best().digest())
                    .digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateId that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
