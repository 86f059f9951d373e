package org.sealpost.web.console;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;

/**
 * What the service page says of the authority's certificate.
 *
 * @param subject its name
 * @param key name of its key's {@link KeyType}; empty for a kind that is not made here
 * @param serial serial number, hexadecimal
 * @param from first instant of validity
 * @param to last instant of validity
 * @param fingerprint SHA-256 over the certificate, hexadecimal, in pairs that colons separate
 */
public record AuthorityFacts(String subject, String key, String serial, Instant from, Instant to, String fingerprint) {

    static AuthorityFacts of(X509Certificate certificate) {
        return new AuthorityFacts(
                certificate.getSubjectX500Principal().getName(),
                KeyType.of(certificate.getPublicKey()).map(KeyType::name).orElse(""),
                certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                inPairs(Certificates.fingerprint(certificate)));
    }

    /** As people compare it over the telephone. */
    static String inPairs(String hexadecimal) {
        return hexadecimal.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }
}
