package org.sealpost.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sealpost.crypto.Providers;

/**
 * Checks certificates against trusted authorities and their revocation lists. Immutable and safe for all threads;
 * make one whenever authorities or lists change.
 */
public final class PathCheck {
    private static final int KEY_USAGE_BITS = 9;
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final Map<X509Certificate, Optional<MailDomains>> permitted;
    private final TrustedChains chains;
    private final SignedLists lists;

    /**
     * @param anchors trusted authorities, each for whatever it vouches for
     * @param crls the newest known lists, whether stale or not; only those signed by a trusted authority count
     */
    public PathCheck(Providers providers, Collection<X509Certificate> anchors, Collection<X509CRL> crls) {
        this(providers, crls, anchors.stream().map(TrustAnchor::own).toList());
    }

    private PathCheck(Providers providers, Collection<X509CRL> crls, List<TrustAnchor> anchors) {
        List<X509Certificate> authorities =
                anchors.stream().map(TrustAnchor::authority).toList();
        this.permitted = anchors.stream()
                .collect(Collectors.toUnmodifiableMap(
                        TrustAnchor::authority, TrustAnchor::permitted, (first, second) -> first));
        this.chains = new TrustedChains(providers, authorities);
        this.lists = new SignedLists(chains, authorities, crls);
    }

    /**
     * One that trusts each authority within bounds of its own.
     *
     * @param anchors trusted authorities; of one that stands twice the first counts
     * @param crls as for the constructor
     */
    public static PathCheck within(Providers providers, List<TrustAnchor> anchors, Collection<X509CRL> crls) {
        return new PathCheck(providers, crls, anchors);
    }

    /**
     * One question.
     *
     * @param certificate whose
     * @param others certificates that came along and may be intermediate authorities
     * @param use what it was used for
     * @param at the instant of use (e.g. of signing), for the dates and the revocation
     * @param seen when what is judged was certainly there, e.g. a message's arrival: unlike {@code at} it is no claim
     *     of whoever holds the key, and counts after a compromise
     * @param now the present, for the age of the revocation list
     */
    public record Question(
            X509Certificate certificate,
            Collection<X509Certificate> others,
            CertificateProfile use,
            Instant at,
            Instant seen,
            Instant now) {}

    /** Answers it; never throws for a strange certificate. */
    public PathReport check(Question question) {
        List<X509Certificate> chain = chains.from(question.certificate(), question.others());
        String issuer = question.certificate().getIssuerX500Principal().getName();
        Finding trusted = chain.isEmpty() ? Finding.failed("chain-untrusted", issuer) : names(chain, issuer);
        return new PathReport(trusted, usage(question), dates(question, chain), lists.revocation(question, chain));
    }

    private Finding names(List<X509Certificate> chain, String issuer) {
        Optional<MailDomains> bounds = permitted.getOrDefault(chain.get(chain.size() - 1), Optional.empty());
        return NamesInBounds.outside(chain, bounds)
                .map(name -> Finding.failed("names-out-of-bounds", issuer, name))
                .orElseGet(() -> Finding.ok("chain-trusted", issuer));
    }

    private static Finding usage(Question question) {
        boolean[] bits = question.certificate().getKeyUsage();
        boolean keyFits = bits == null || question.use().allows(Arrays.copyOf(bits, KEY_USAGE_BITS));
        return keyFits && forMail(question.certificate()) ? Finding.ok("usage-fits") : Finding.failed("usage-differs");
    }

    private static boolean forMail(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.contains(EMAIL_PROTECTION) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** Every certificate of the chain must be valid at the instant; the certificate itself is named first. */
    private static Finding dates(Question question, List<X509Certificate> chain) {
        Instant at = question.at();
        List<X509Certificate> all = chain.isEmpty() ? List.of(question.certificate()) : chain;
        for (X509Certificate certificate : all) {
            Instant from = certificate.getNotBefore().toInstant();
            Instant until = certificate.getNotAfter().toInstant();
            if (at.isBefore(from)) {
                return Finding.failed("dates-early", from);
            }
            if (at.isAfter(until)) {
                return Finding.failed("dates-expired", until);
            }
        }
        return Finding.ok("dates-valid", question.certificate().getNotAfter().toInstant());
    }
}
