package org.sealpost.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which audit entries are asked for; what is null or empty does not narrow the search.
 *
 * @param act only this act
 * @param outcome only this outcome
 * @param subject what the subject begins with, an address for instance, or a whole mailbox id; in any case
 * @param actor what the actor's login name begins with, in any case
 * @param span only in this span of time
 */
public record AuditQuery(@Nullable Act act, @Nullable Outcome outcome, String subject, String actor, Span span) {
    /** Every entry. */
    public static final AuditQuery ALL = new AuditQuery(null, null, "", "", Span.ALWAYS);

    /**
     * A span of time.
     *
     * @param from first instant
     * @param to first instant after it
     */
    public record Span(Instant from, Instant to) {
        /** From 1970 to the year 9999. */
        public static final Span ALWAYS = new Span(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
    }

    /** @return number of the entry after which, going back in time, the page starts */
    static long before(Optional<String> key) {
        return key.map(Long::valueOf).orElse(Long.MAX_VALUE);
    }
}
