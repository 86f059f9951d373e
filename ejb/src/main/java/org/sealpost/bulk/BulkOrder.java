package org.sealpost.bulk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkTerms;

/**
 * What an administrator wants to be tried.
 *
 * @param kind what is to be done
 * @param choice to whom
 * @param reason in the administrator's words; may be empty
 */
public record BulkOrder(
        @NotNull BulkKind kind,
        @NotNull BulkChoice choice,
        @NotNull @Size(max = BulkTerms.MAX_REASON) String reason) {}
