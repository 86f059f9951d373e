package org.sealpost.bulk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkTerms;
import org.sealpost.model.RevocationCause;

/**
 * What an administrator wants to be tried.
 *
 * @param kind what is to be done
 * @param cause why certificates are to end; for revoking alone
 * @param choice to whom
 * @param reason in the administrator's words; may be empty unless certificates are to end
 */
public record BulkOrder(
        @NotNull BulkKind kind,
        @NotNull Optional<RevocationCause> cause,
        @NotNull BulkChoice choice,
        @NotNull @Size(max = BulkTerms.MAX_REASON) String reason) {
    /** @throws UnclearRevocation when it revokes without saying why, or says why certificates end that do not */
    void requireClear() {
        boolean revokes = kind == BulkKind.REVOKE;
        if (revokes != cause.isPresent() || revokes && reason.isBlank()) {
            throw new UnclearRevocation();
        }
    }
}
