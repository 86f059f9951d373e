package org.sealpost.pki;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates and revocation lists as bytes and text. */
public final class Certificates {
    /** The largest certificate that is read, in bytes. */
    public static final int LARGEST = 64 * 1024;

    private Certificates() {}

    /**
     * Reads one certificate from DER or PEM.
     *
     * @throws org.sealpost.crypto.BadEncoding when it is not one
     */
    public static X509Certificate parse(byte[] derOrPem) {
        return org.sealpost.crypto.Soon.soon();
    }

    /**
     * Reads a revocation list from DER or PEM, up to 64 MB.
     *
     * @throws org.sealpost.crypto.BadEncoding when it is not one
     */
    public static X509CRL parseCrl(byte[] derOrPem) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** DER. */
    public static byte[] der(X509Certificate certificate) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** DER. */
    public static byte[] der(X509CRL crl) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** PEM with lines of 64 characters. */
    public static String pem(X509Certificate certificate) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** SHA-256 over the DER form as 64 lower-case hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** The mail addresses a certificate vouches for: rfc822Name and SmtpUTF8Mailbox (RFC 9598), as written. */
    public static List<String> addresses(X509Certificate certificate) {
        return org.sealpost.crypto.Soon.soon();
    }
}
