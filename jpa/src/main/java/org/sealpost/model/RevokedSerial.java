package org.sealpost.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.RevocationReason;

/**
 * One line of the revocation list.
 *
 * @param serial the certificate's number, as {@link Serial} writes it
 * @param at when it was revoked
 * @param reason why
 * @param invalidSince from when on its key may have been in other hands; null when harmless or not known
 */
public record RevokedSerial(
        String serial,
        Instant at,
        RevocationReason reason,
        @Nullable Instant invalidSince) {}
