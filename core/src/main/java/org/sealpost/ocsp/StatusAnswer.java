package org.sealpost.ocsp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer before it is signed.
 *
 * @param statuses of each certificate that was asked about, in that order
 * @param nonce of the request; empty in an answer that may be given to everybody
 * @param thisUpdate the statuses are true then; whole seconds
 * @param nextUpdate until then a client may rely on it; whole seconds
 */
public record StatusAnswer(List<Single> statuses, Optional<byte[]> nonce, Instant thisUpdate, Instant nextUpdate) {
    public StatusAnswer {
        statuses = List.copyOf(statuses);
        if (statuses.isEmpty() || !nextUpdate.isAfter(thisUpdate)) {
            throw new IllegalArgumentException("an answer has a status and a time in which it holds");
        }
    }

    /** The status of one certificate, under the name by which it was asked for. */
    public record Single(CertificateId certificate, CertificateStatus status) {}
}
