package org.sealpost.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.sealpost.model.JobState;

/**
 * Which jobs to list.
 *
 * @param everybody all senders' jobs, for administrators only; the caller's own otherwise
 * @param state only those in this state; empty for all
 * @param afterKey key that the page before gave; empty for the first page
 * @param limit rows of a page
 */
public record JobQuery(
        boolean everybody,
        @NotNull Optional<JobState> state,
        @NotNull Optional<String> afterKey,
        @Min(1) @Max(200) int limit) {}
