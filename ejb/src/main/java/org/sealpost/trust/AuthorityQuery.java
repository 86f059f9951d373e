package org.sealpost.trust;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.model.TrustState;

/**
 * Which authorities to list.
 *
 * @param text part of name, domain or fingerprint; empty for all
 * @param afterKey what the page before gave; empty for the first page
 */
public record AuthorityQuery(
        @NotNull @Size(max = 200) String text,
        Optional<TrustState> state,
        Optional<String> afterKey,
        @Min(1) @Max(200) int limit) {}
