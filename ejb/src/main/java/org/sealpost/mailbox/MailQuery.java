package org.sealpost.mailbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.model.Folder;

/**
 * Which messages to list.
 *
 * @param text to be contained in the subject, the sender or the recipients of the outer header, in any case; contents
 *     of sealed messages cannot be searched
 * @param afterKey key that the page before gave; empty for the first page
 * @param limit rows of a page
 */
public record MailQuery(
        @NotNull Folder folder,
        @NotNull @Size(max = 200) String text,
        @NotNull Optional<String> afterKey,
        @Min(1) @Max(200) int limit) {}
