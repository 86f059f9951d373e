package org.sealpost.pki;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Hex;

/**
 * What people compare before they trust a certificate: SHA-256 over its DER form, told over another way than the
 * certificate itself came by.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
    private static final int DIGITS = 64;
    private static final int GROUP = 4;
    private static final Pattern BETWEEN = Pattern.compile("[\\s:.-]");
    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    /**
     * Takes nothing else.
     *
     * @throws IllegalArgumentException unless they are 64 lower-case hexadecimal digits
     */
    public Fingerprint {
        if (!WHOLE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a fingerprint");
        }
    }

    public static Fingerprint of(X509Certificate certificate) {
        return new Fingerprint(Certificates.fingerprint(certificate));
    }

    /**
     * Takes what somebody typed for a confirmation, in any grouping and case. A part of the fingerprint is not enough:
     * certificates that agree with another in some digits can be made.
     *
     * @throws FingerprintNotConfirmed when it is not this one, or not whole
     */
    public void confirm(String typed) {
        String digits = BETWEEN.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        if (!WHOLE.matcher(digits).matches()) {
            throw FingerprintNotConfirmed.incomplete(digits.length(), DIGITS);
        }
        if (!MessageDigest.isEqual(Hex.decode(digits), Hex.decode(hex))) {
            throw FingerprintNotConfirmed.different();
        }
    }

    /** In groups of four digits with spaces between, to be read out. */
    public String grouped() {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < DIGITS; i += GROUP) {
            grouped.append(i == 0 ? "" : " ").append(hex, i, i + GROUP);
        }
        return grouped.toString();
    }

    @Override
    public String toString() {
        return hex;
    }
}
