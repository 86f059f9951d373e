package org.sealpost.pki;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;

/**
 * Another organisation's authority that somebody thinks of trusting: whether its certificate is one that can be.
 *
 * @param certificate read and checked
 */
public record ForeignAuthority(X509Certificate certificate) {
    private static final int CERT_SIGN = 5;
    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 256;
    private static final String WHAT = "certificate";

    /**
     * Reads DER or PEM.
     *
     * @param now must lie within its validity
     * @throws BadEncoding when it is no certificate
     * @throws UnusableAuthority when it is no authority's, is out of date, says what we do not understand, has a weak
     *     key, or is signed by itself but wrongly
     */
    public static ForeignAuthority read(byte[] derOrPem, Providers providers, Instant now) {
        X509Certificate certificate = Certificates.parse(derOrPem);
        return GuardedParsing.of(WHAT, () -> {
            check(certificate, providers, now);
            return new ForeignAuthority(certificate);
        });
    }

    private static void check(X509Certificate certificate, Providers providers, Instant now) {
        boolean[] usage = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() < 0 || (usage != null && !usage[CERT_SIGN])) {
            throw UnusableAuthority.none();
        }
        if (certificate.hasUnsupportedCriticalExtension()) {
            throw UnusableAuthority.notUnderstood();
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw UnusableAuthority.tooEarly(certificate.getNotBefore().toInstant());
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw UnusableAuthority.expired(certificate.getNotAfter().toInstant());
        }
        if (weak(certificate.getPublicKey())) {
            throw UnusableAuthority.weakKey();
        }
        if (selfSigned(certificate) && !signedByItself(certificate, providers)) {
            throw UnusableAuthority.wrongSignature();
        }
    }

    private static boolean weak(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength() < LEAST_RSA
                : KeyType.of(key).filter(type -> type.bits() >= LEAST_EC).isEmpty();
    }

    private static boolean selfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static boolean signedByItself(X509Certificate certificate, Providers providers) {
        try {
            PublicKey key = providers.adopt(certificate.getPublicKey());
            certificate.verify(key, providers.signature(key.getAlgorithm()));
            return true;
        } catch (GeneralSecurityException | BadEncoding e) {
            return false;
        }
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }

    /** The subject's name. */
    public String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    /** Where its own certificate says that revocation lists are, as far as they come over HTTP; mostly nowhere for a root. */
    public List<URI> listAddresses() {
        return DistributionPoints.of(certificate);
    }
}
