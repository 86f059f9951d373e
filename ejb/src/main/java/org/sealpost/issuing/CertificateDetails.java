package org.sealpost.issuing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.KeyType;

/**
 * One certificate with what it says itself.
 *
 * @param line as in a list
 * @param subject whom it names
 * @param issuer who signed it
 * @param key name of its key's {@link KeyType}; empty for a kind that is not made here
 * @param fingerprint what it is compared by
 * @param pem the certificate
 */
public record CertificateDetails(
        CertificateLine line, String subject, String issuer, String key, Fingerprint fingerprint, String pem) {
    static CertificateDetails of(IssuedCertificate issued, Instant now) {
        X509Certificate certificate = Certificates.parse(issued.encoded());
        return new CertificateDetails(
                CertificateLine.of(issued, now),
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                KeyType.of(certificate.getPublicKey()).map(KeyType::name).orElse(""),
                Fingerprint.of(certificate),
                Certificates.pem(certificate));
    }
}
