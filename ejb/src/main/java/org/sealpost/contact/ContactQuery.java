package org.sealpost.contact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Which contacts to list.
 *
 * @param text part of address or name; empty for all
 * @param afterKey what the page before gave; empty for the first page
 */
public record ContactQuery(
        @NotNull @Size(max = 200) String text,
        Optional<String> afterKey,
        @Min(1) @Max(200) int limit) {}
