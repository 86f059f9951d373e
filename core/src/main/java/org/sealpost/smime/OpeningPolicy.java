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
 * @param maximumLength largest message that is opened, in bytes as transferred
 */
public record OpeningPolicy(Set<EncryptionFormat> reads, PathCheck path, Instant now, long maximumLength) {

    /** Largest message that Sealpost accepts from anybody, in bytes. */
    public static final long STANDARD_MAXIMUM_LENGTH = 50_000_000;

    public OpeningPolicy {
        reads = Set.copyOf(reads);
    }

    /** With the standard limit on the message's length. */
    public OpeningPolicy(Set<EncryptionFormat> reads, PathCheck path, Instant now) {
        this(reads, path, now, STANDARD_MAXIMUM_LENGTH);
    }

    /** The same policy for messages of another length, for callers that stream from disk. */
    public OpeningPolicy withMaximumLength(long bytes) {
        return new OpeningPolicy(reads, path, now, bytes);
    }
}
