package org.sealpost.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revocation list that is being written (RFC 5280 section 5): each entry becomes octets the moment it is added, so
 * that a list of a hundred thousand takes no more memory than it is long. {@link CertificateAuthority#signCrl} signs it.
 */
public final class RevocationList {
    /** The longest time that a reader may rely on a list. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private final BigInteger number;
    private final @Nullable BigInteger base;
    private final Instant thisUpdate;
    private final Instant nextUpdate;
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private int size;

    /**
     * A complete list.
     *
     * @param number CRL number, greater than the one before
     * @param thisUpdate when it is made
     * @param nextUpdate when the next one comes at the latest; at most {@link #LONGEST} later
     */
    public RevocationList(BigInteger number, Instant thisUpdate, Instant nextUpdate) {
        this(number, null, thisUpdate, nextUpdate);
    }

    private RevocationList(BigInteger number, @Nullable BigInteger base, Instant thisUpdate, Instant nextUpdate) {
        if (number.signum() <= 0) {
            throw new IllegalArgumentException("CRL number must be positive, is " + number);
        }
        if (!nextUpdate.isAfter(thisUpdate) || nextUpdate.isAfter(thisUpdate.plus(LONGEST))) {
            throw new IllegalArgumentException("next update must come within " + LONGEST + " of " + thisUpdate);
        }
        this.number = number;
        this.base = base;
        this.thisUpdate = thisUpdate;
        this.nextUpdate = nextUpdate;
    }

    /**
     * A delta list (RFC 5280 section 5.2.4): together with the complete list of the base's number, or any later one, it
     * says the same as the complete list that is made with it.
     *
     * @param since number of the base; this list's own where no earlier one is relied on, and the delta is then empty
     */
    public RevocationList deltaSince(BigInteger since) {
        if (since.signum() <= 0 || since.compareTo(number) > 0) {
            throw new IllegalArgumentException("a delta to " + number + " cannot begin at " + since);
        }
        return new RevocationList(number, since, thisUpdate, nextUpdate);
    }

    /**
     * One revoked certificate.
     *
     * @param serial its number
     * @param revokedAt when the authority revoked it
     * @param reason why
     * @param invalidSince from when on its key may have been in other hands (RFC 5280 section 5.3.2); empty when the
     *     reason is harmless or nobody knows
     */
    public record Entry(BigInteger serial, Instant revokedAt, RevocationReason reason, Optional<Instant> invalidSince) {
        /** Without an instant of invalidity. */
        public Entry(BigInteger serial, Instant revokedAt, RevocationReason reason) {
            this(serial, revokedAt, reason, Optional.empty());
        }
    }

    /** Adds one; each serial number is added once at most. */
    public RevocationList add(Entry entry) {
        try {
            RevocationEntryEncoding.write(entry, entries);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes what is written", e);
        }
        size++;
        return this;
    }

    public BigInteger number() {
        return number;
    }

    /** Number of the complete list that a delta list adds to; empty for a complete list. */
    public Optional<BigInteger> base() {
        return Optional.ofNullable(base);
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    public Instant nextUpdate() {
        return nextUpdate;
    }

    /** How many entries it has. */
    public int size() {
        return size;
    }

    /** The entries, DER, one after the other. */
    byte[] entries() {
        return entries.toByteArray();
    }
}
