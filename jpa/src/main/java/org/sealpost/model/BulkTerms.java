package org.sealpost.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a bulk run is about; never changes.
 *
 * @param kind what is done
 * @param cause why certificates end, for runs that revoke; empty for all others
 * @param chosen in words, how the mailboxes were chosen
 * @param reason in the administrator's words; may be empty
 * @param by login name of who planned it
 * @param at when
 */
public record BulkTerms(
        BulkKind kind, Optional<RevocationCause> cause, String chosen, String reason, String by, Instant at) {
    /** Longest reason, in characters. */
    public static final int MAX_REASON = 500;
}
