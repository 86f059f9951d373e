package org.sealpost.smime;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sealpost.crypto.EncryptionFormat;

/**
 * What may be opened, and against what signatures are checked.
 *
 * @param reads formats that the edition reads; others are refused
 * @param trustAnchors authorities whose certificates are believed
 * @param revocationLists the newest list of each authority that is at hand
 * @param at the present time
 * @param maximumLength largest message that is opened, in bytes as transferred
 */
public record OpeningPolicy(
        Set<EncryptionFormat> reads,
        List<X509Certificate> trustAnchors,
        List<X509CRL> revocationLists,
        Instant at,
        long maximumLength) {

    /** Largest message that Sealpost accepts from anybody, in bytes. */
    public static final long STANDARD_MAXIMUM_LENGTH = 50_000_000;

    public OpeningPolicy {
        reads = Set.copyOf(reads);
        trustAnchors = List.copyOf(trustAnchors);
        revocationLists = List.copyOf(revocationLists);
    }

    /** With the standard limit on the message's length. */
    public OpeningPolicy(
            Set<EncryptionFormat> reads,
            List<X509Certificate> trustAnchors,
            List<X509CRL> revocationLists,
            Instant at) {
        this(reads, trustAnchors, revocationLists, at, STANDARD_MAXIMUM_LENGTH);
    }

    /** The same policy for messages of another length, for callers that stream from disk. */
    public OpeningPolicy withMaximumLength(long bytes) {
        return new OpeningPolicy(reads, trustAnchors, revocationLists, at, bytes);
    }
}
