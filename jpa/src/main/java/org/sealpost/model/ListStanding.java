package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.ForeignList;

/**
 * What is known of an authority's revocation list without reading it.
 *
 * @param made when its authority made it
 * @param next when the next one should come at the latest; null when it does not say
 * @param entries how many certificates it revokes
 * @param obtained when it came here
 * @param fetched whether it was fetched over the network; else somebody uploaded it
 */
@Embeddable
public record ListStanding(
        @Column(name = "list_made_at") Instant made,
        @Column(name = "list_next_at") @Nullable Instant next,
        @Column(name = "list_entries") Integer entries,
        @Column(name = "list_obtained_at") Instant obtained,
        @Column(name = "list_fetched") Boolean fetched) {

    static ListStanding of(ForeignList list, Instant obtained, boolean fetched) {
        return new ListStanding(list.thisUpdate(), list.nextUpdate().orElse(null), list.entries(), obtained, fetched);
    }

    /** When the next one should come at the latest. */
    public Optional<Instant> due() {
        return Optional.ofNullable(next);
    }

    /** Whether readers can no longer rely on it: who is revoked may be missing. */
    public boolean stale(Instant now) {
        return next == null || now.isAfter(next);
    }
}
