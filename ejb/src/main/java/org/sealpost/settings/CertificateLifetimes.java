package org.sealpost.settings;

import java.time.Period;
import org.sealpost.pki.CertificateProfile;

/**
 * For how long new certificates are valid.
 *
 * @param signing 1 to {@value #MOST_MONTHS} months
 * @param encryption 1 to {@value #MOST_MONTHS} months
 */
public record CertificateLifetimes(Period signing, Period encryption) {
    /** The Baseline Requirements for S/MIME (section 6.3.2) allow 825 days. */
    static final int MOST_MONTHS = 27;

    public CertificateLifetimes {
        check(signing);
        check(encryption);
    }

    private static void check(Period lifetime) {
        long months = lifetime.toTotalMonths();
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("certificates last 1 to " + MOST_MONTHS + " months, not " + months);
        }
    }

    /** The lifetime of a profile. */
    public Period of(CertificateProfile profile) {
        return profile == CertificateProfile.ENCRYPTION ? encryption : signing;
    }
}
