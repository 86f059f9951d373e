package org.sealpost.enrolment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.model.MailboxState;

/**
 * Which mailboxes are asked for.
 *
 * @param text part of name, address or login; empty for all
 * @param unit only those in this organisational unit
 * @param state only those in this state
 * @param key next key of the page before; empty for the first page
 * @param limit rows that a page should have
 */
public record MailboxQuery(
        @NotNull @Size(max = 200) String text,
        Optional<String> unit,
        Optional<MailboxState> state,
        Optional<String> key,
        @Min(1) @Max(200) int limit) {}
