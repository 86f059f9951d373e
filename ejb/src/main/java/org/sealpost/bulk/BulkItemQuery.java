package org.sealpost.bulk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.model.BulkItemState;

/**
 * Which mailboxes of a bulk run are asked for.
 *
 * @param run number of the run
 * @param text part of address or name; empty for all
 * @param state only those in this state
 * @param key next key of the page before; empty for the first page
 * @param limit rows of the page
 */
public record BulkItemQuery(
        long run,
        @NotNull @Size(max = 200) String text,
        Optional<BulkItemState> state,
        Optional<String> key,
        @Min(1) @Max(500) int limit) {}
