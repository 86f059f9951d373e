package org.sealpost.revocation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.model.RevocationCause;

/**
 * An administrator's decision to end a mailbox's certificates.
 *
 * @param cause which of the two effects
 * @param since for a compromise: from when on the keys may have been in other hands; signatures that arrived before
 *     still count. Empty when nobody knows: then none counts
 * @param reason in the administrator's words, for the log
 */
public record Revocation(
        @NotNull RevocationCause cause,
        @NotNull Optional<Instant> since,
        @NotBlank @Size(max = 500) String reason) {
    /** Nobody has left at an instant of compromise. */
    public Revocation {
        if (cause != RevocationCause.COMPROMISED && since.isPresent()) {
            throw new IllegalArgumentException("an instant belongs to a compromise only");
        }
    }
}
