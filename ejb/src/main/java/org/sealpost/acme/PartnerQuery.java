package org.sealpost.acme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.model.AcmeAccountState;

/**
 * Which accounts of partners to list.
 *
 * @param text part of a contact, or of an address that a certificate was ordered for; empty for all
 * @param afterKey what the page before gave; empty for the first page
 */
public record PartnerQuery(
        @NotNull @Size(max = 320) String text,
        Optional<AcmeAccountState> state,
        Optional<String> afterKey,
        @Min(1) @Max(200) int limit) {}
