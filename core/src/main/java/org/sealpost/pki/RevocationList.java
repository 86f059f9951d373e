package org.sealpost.pki;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The content of a revocation list before it is signed.
 *
 * @param number CRL number, greater than the one before
 * @param thisUpdate when it is made
 * @param nextUpdate when the next one comes at the latest; at most {@link #LONGEST} later
 * @param revoked the revoked certificates
 */
public record RevocationList(BigInteger number, Instant thisUpdate, Instant nextUpdate, List<Entry> revoked) {
    /** The longest time that a reader may rely on a list. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Refuses a list that would be relied on for too long or is not positive. */
    public RevocationList {
        if (number.signum() <= 0) {
            throw new IllegalArgumentException("CRL number must be positive, is " + number);
        }
        if (!nextUpdate.isAfter(thisUpdate) || nextUpdate.isAfter(thisUpdate.plus(LONGEST))) {
            throw new IllegalArgumentException("next update must come within " + LONGEST + " of " + thisUpdate);
        }
        revoked = List.copyOf(revoked);
    }

    /** One revoked certificate. */
    public record Entry(BigInteger serial, Instant revokedAt, RevocationReason reason) {}
}
