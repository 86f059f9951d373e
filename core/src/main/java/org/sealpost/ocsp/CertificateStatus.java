package org.sealpost.ocsp;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.pki.RevocationReason;

/** What is known of one certificate (RFC 6960 section 2.2). */
public sealed interface CertificateStatus {
    /** It was issued and is not revoked; whether it has run out its own dates say. */
    record Good() implements CertificateStatus {}

    /** The authority has never issued a certificate of that number. */
    record Unknown() implements CertificateStatus {}

    /**
     * It was revoked.
     *
     * @param at when
     * @param reason why
     * @param invalidSince from when on its key may have been in other hands (RFC 5280 section 5.3.2); empty when the
     *     reason is harmless or nobody knows
     */
    record Revoked(Instant at, RevocationReason reason, Optional<Instant> invalidSince) implements CertificateStatus {}
}
