package org.sealpost.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;

/** Certificates and revocation lists as bytes and text. */
public final class Certificates {
    /** The largest certificate that is read, in bytes. */
    public static final int LARGEST = 64 * 1024;

    private static final int LARGEST_CRL = 64 * 1024 * 1024;
    private static final String PEM_BEGIN = "-----BEGIN ";

    private Certificates() {}

    /**
     * Reads one certificate from DER or PEM.
     *
     * @throws BadEncoding when it is not one
     */
    public static X509Certificate parse(byte[] derOrPem) {
        return GuardedParsing.of("certificate", () ->
                (X509Certificate) factory().generateCertificate(bounded(derOrPem, LARGEST, "certificate")));
    }

    /**
     * Reads a revocation list from DER or PEM, up to 64 MB.
     *
     * @throws BadEncoding when it is not one
     */
    public static X509CRL parseCrl(byte[] derOrPem) {
        return GuardedParsing.of("revocation list", () ->
                (X509CRL) factory().generateCRL(bounded(derOrPem, LARGEST_CRL, "revocation list")));
    }

    /**
     * The DER form of what may be PEM, not looked into.
     *
     * @throws BadEncoding when it is larger than {@link #LARGEST}, or neither
     */
    public static byte[] octets(byte[] derOrPem) {
        return bounded(derOrPem, LARGEST, "certificate").readAllBytes();
    }

    private static ByteArrayInputStream bounded(byte[] derOrPem, int largest, String what) {
        if (derOrPem.length > largest) {
            throw new BadEncoding(what);
        }
        byte[] der = isPem(derOrPem) ? fromPem(derOrPem, what) : derOrPem;
        if (der.length == 0 || !Asn1Bounds.withinDepth(der)) {
            throw new BadEncoding(what);
        }
        return new ByteArrayInputStream(der);
    }

    private static boolean isPem(byte[] bytes) {
        return bytes.length > PEM_BEGIN.length()
                && new String(bytes, 0, PEM_BEGIN.length(), StandardCharsets.US_ASCII).equals(PEM_BEGIN);
    }

    private static byte[] fromPem(byte[] pem, String what) {
        String text = new String(pem, StandardCharsets.US_ASCII);
        int begin = text.indexOf('\n');
        int end = text.indexOf("-----END ");
        if (begin < 0 || end < begin) {
            throw new BadEncoding(what);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(begin, end));
        } catch (IllegalArgumentException e) {
            throw new BadEncoding(what, e);
        }
    }

    static X509Certificate convert(X509CertificateHolder holder) {
        try {
            return parse(holder.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("what was just built encodes", e);
        }
    }

    static X509CRL convert(X509CRLHolder holder) {
        try {
            return parseCrl(holder.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("what was just built encodes", e);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509", Providers.best().certificates());
    }

    /** DER. */
    public static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate encodes", e);
        }
    }

    /** DER. */
    public static byte[] der(X509CRL crl) {
        try {
            return crl.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException("a parsed revocation list encodes", e);
        }
    }

    /** PEM with lines of 64 characters. */
    public static String pem(X509Certificate certificate) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return PEM_BEGIN + "CERTIFICATE-----\n" + encoder.encodeToString(der(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }

    /** SHA-256 over the DER form as 64 lower-case hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest digest =
                    MessageDigest.getInstance("SHA-256", Providers.best().digest());
            return Hex.toHexString(digest.digest(der(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The mail addresses a certificate vouches for: rfc822Name and SmtpUTF8Mailbox (RFC 9598), as written. Addresses
     * in the subject's name are not taken: RFC 5280 has deprecated them.
     *
     * @throws BadEncoding when the certificate's alternative names are broken
     */
    public static List<String> addresses(X509Certificate certificate) {
        return GuardedParsing.of("certificate", () -> {
            byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
            return extension == null
                    ? List.of()
                    : Names.addresses(ASN1OctetString.getInstance(extension).getOctets(), "certificate");
        });
    }

    /**
     * What the holder's mail program reads, as the certificate tells (RFC 4262); empty when it tells nothing, or nothing
     * that can be read.
     */
    public static Optional<Capabilities> capabilities(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(PKCSObjectIdentifiers.pkcs_9_at_smimeCapabilities.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(GuardedParsing.of(
                    "smimeCapabilities",
                    () -> Capabilities.fromDer(
                            ASN1OctetString.getInstance(extension).getOctets())));
        } catch (BadEncoding unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The mail addresses in the value of a subjectAltName extension, as written.
     *
     * @throws BadEncoding when it is broken
     */
    public static List<String> addressesIn(byte[] subjectAltName) {
        return Names.addresses(subjectAltName, "certificate");
    }
}
