package org.sealpost.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.CertificateProfile;

/**
 * Which certificates are asked for; what is null or empty does not narrow the search.
 *
 * @param address what the address that the certificate names begins with, in any case
 * @param serial only the one of this number
 * @param standing only those that stand so at the moment of the search
 * @param profile only those for this use
 * @param endsBefore only those whose last instant lies before this one
 */
public record CertificateQuery(
        String address,
        @Nullable Serial serial,
        @Nullable CertificateStanding standing,
        @Nullable CertificateProfile profile,
        @Nullable Instant endsBefore) {
    /** Every certificate that was ever signed for a mailbox. */
    public static final CertificateQuery ALL = new CertificateQuery("", null, null, null, null);

    /** Whether the search is about ends, so that the latest end comes first and not the latest beginning. */
    boolean byEnd() {
        return endsBefore != null || standing == CertificateStanding.EXPIRED;
    }
}
