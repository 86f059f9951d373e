package org.sealpost.smime;

import java.time.Instant;
import java.util.Set;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.PathCheck;

/**
 * What may be opened, and against what signatures are checked.
 *
 * @param reads formats that the edition reads; others are refused
 * @param path the trusted authorities and their revocation lists
 * @param now the present
 * @param seen when the message was certainly there already, by a record that its signer cannot change
 * @param maximumLength largest message that is opened, in bytes as transferred
 */
public record OpeningPolicy(
        Set<EncryptionFormat> reads, PathCheck path, Instant now, Instant seen, long maximumLength) {

    /** Largest message that Sealpost accepts from anybody, in bytes. */
    public static final long STANDARD_MAXIMUM_LENGTH = 50_000_000;

    public OpeningPolicy {
        reads = Set.copyOf(reads);
    }

    /** For a message that was never seen before, with the standard limit on its length. */
    public OpeningPolicy(Set<EncryptionFormat> reads, PathCheck path, Instant now) {
        this(reads, path, now, now, STANDARD_MAXIMUM_LENGTH);
    }

    /** The same policy for a message that arrived then, or now if that lies ahead. */
    public OpeningPolicy forArrivalAt(Instant arrival) {
        return new OpeningPolicy(reads, path, now, arrival.isBefore(now) ? arrival : now, maximumLength);
    }

    /** The same policy for messages of another length, for callers that stream from disk. */
    public OpeningPolicy withMaximumLength(long bytes) {
        return new OpeningPolicy(reads, path, now, seen, bytes);
    }
}
