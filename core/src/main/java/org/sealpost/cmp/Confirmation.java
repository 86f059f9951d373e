package org.sealpost.cmp;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;

/**
 * What a program says of one certificate that it was given.
 *
 * @param id its own number for it
 * @param hash of the certificate, by the hash of the certificate's signature
 * @param accepted whether it takes the certificate
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Confirmation(BigInteger id, byte[] hash, boolean accepted) {
    /** Whether it speaks of that certificate. */
    public boolean means(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        String digest = "SHA-" + algorithm.substring("SHA".length(), algorithm.indexOf("WITH"));
        try {
            byte[] expected =
                    MessageDigest.getInstance(digest, Providers.best().digest()).digest(Certificates.der(certificate));
            return MessageDigest.isEqual(expected, hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an authority signs with SHA-2, not " + algorithm, e);
        }
    }
}
