package org.sealpost.pki;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import org.sealpost.crypto.Providers;

/**
 * Checks certificates against trusted authorities and their revocation lists. Immutable and safe for all threads;
 * make one whenever authorities or lists change.
 */
public final class PathCheck {
    /**
     * @param anchors trusted authorities
     * @param crls the newest known lists, whether stale or not; only those signed by a trusted authority count
     */
    public PathCheck(Providers providers, Collection<X509Certificate> anchors, Collection<X509CRL> crls) {}

    /**
     * One question.
     *
     * @param certificate whose
     * @param others certificates that came along and may be intermediate authorities
     * @param use what it was used for
     * @param at the instant of use (e.g. of signing), for the dates and the revocation
     * @param now the present, for the age of the revocation list
     */
    public record Question(
            X509Certificate certificate,
            Collection<X509Certificate> others,
            CertificateProfile use,
            Instant at,
            Instant now) {}

    /** Answers it. */
    public PathReport check(Question question) {
        return org.sealpost.crypto.Soon.soon();
    }
}
