package org.sealpost.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.pki.CertificateProfile;

/**
 * When the keys of a mailbox are due.
 *
 * @param keys the certificate in force of each profile
 * @param now when it was asked
 */
public record RenewalPlan(List<Due> keys, Instant now) {
    /** Keeps a copy. */
    public RenewalPlan {
        keys = List.copyOf(keys);
    }

    /**
     * One certificate in force.
     *
     * @param from from when on renewal is offered: two thirds of its lifetime
     * @param until when it runs out
     */
    public record Due(CertificateProfile profile, Instant from, Instant until) {
        static Due of(IssuedCertificate certificate) {
            Duration lifetime = Duration.between(certificate.notBefore(), certificate.notAfter());
            return new Due(
                    certificate.profile(),
                    certificate.notBefore().plus(lifetime.multipliedBy(2).dividedBy(3)),
                    certificate.notAfter());
        }
    }

    /** What should be renewed now; empty when nothing is due. */
    public Set<CertificateProfile> due() {
        return keys.stream()
                .filter(key -> !now.isBefore(key.from()))
                .map(Due::profile)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What can be renewed at all: one may do it early. */
    public Set<CertificateProfile> possible() {
        return keys.stream().map(Due::profile).collect(Collectors.toUnmodifiableSet());
    }
}
