package org.sealpost.web.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.ListFetching;
import org.sealpost.model.ListStanding;
import org.sealpost.trust.AuthorityFacts;
import org.sealpost.trust.AuthorityRow;

/** What travels of other organisations' authorities. */
public final class AuthoritiesOnWire {
    private AuthoritiesOnWire() {}

    /**
     * What is asked for.
     *
     * @param certificate PEM
     * @param fingerprint SHA-256 as the other organisation told it over another way, hexadecimal in any grouping
     * @param domains mail domains with commas or spaces between
     * @param reason in the requester's words
     * @param ticket number of a ticket
     */
    public record Order(
            @Nullable String certificate,
            @Nullable String fingerprint,
            @Nullable String domains,
            @Nullable String reason,
            @Nullable String ticket) {}

    /**
     * What came of asking.
     *
     * @param request number of the request
     * @param people how many others have to agree first; 0 when the authority is trusted now
     */
    public record Asked(long request, int people) {}

    /**
     * What a certificate says.
     *
     * @param lists where it says that its revocation lists are
     */
    public record Facts(
            String subject, String issuer, String fingerprint, Instant from, Instant until, List<URI> lists) {
        static Facts of(AuthorityFacts facts) {
            return new Facts(
                    facts.subject(),
                    facts.issuer(),
                    facts.fingerprint().hex(),
                    facts.from(),
                    facts.until(),
                    facts.lists());
        }
    }

    /**
     * A page of authorities.
     *
     * @param authorities the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Authorities(
            List<Authority> authorities, @Nullable String next) {}

    /**
     * An authority.
     *
     * @param domains for which it may vouch
     * @param changedBy login name of whoever asked for the state
     * @param list its revocation list; absent while there is none
     * @param fetching where the list is fetched; absent unless that is allowed
     * @param failure why the last try to fetch brought nothing; absent otherwise
     */
    public record Authority(
            long id,
            String subject,
            String fingerprint,
            Instant from,
            Instant until,
            String state,
            List<String> domains,
            String changedBy,
            Instant changedAt,
            String reason,
            @Nullable RevocationList list,
            @Nullable String fetching,
            @Nullable String failure) {
        static Authority of(AuthorityRow row) {
            return new Authority(
                    row.id(),
                    row.subject(),
                    row.fingerprint().hex(),
                    row.validity().from(),
                    row.validity().until(),
                    row.state().name(),
                    row.domains(),
                    row.terms().by(),
                    row.terms().at(),
                    row.terms().reason(),
                    row.list()
                            .standing()
                            .map(one -> RevocationList.of(one, row.list().stale()))
                            .orElse(null),
                    row.list().fetching().map(ListFetching::address).orElse(null),
                    row.list().fetching().map(ListFetching::failure).orElse(null));
        }
    }

    /**
     * How it stands with a revocation list.
     *
     * @param next when the next one should come; absent when it does not say
     * @param stale whether it has outlived its time
     * @param fetched whether it was fetched; else somebody brought it
     */
    public record RevocationList(
            Instant made, @Nullable Instant next, int entries, Instant obtained, boolean fetched, boolean stale) {
        static RevocationList of(ListStanding standing, boolean stale) {
            return new RevocationList(
                    standing.made(),
                    standing.due().orElse(null),
                    standing.entries(),
                    standing.obtained(),
                    standing.fetched(),
                    stale);
        }
    }
}
