package org.sealpost.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.model.ListFetching;
import org.sealpost.model.ListStanding;
import org.sealpost.model.TrustState;
import org.sealpost.model.TrustTerms;
import org.sealpost.model.TrustedAuthority;
import org.sealpost.pki.Fingerprint;

/**
 * An authority as it stands.
 *
 * @param validity of its certificate
 * @param terms domains, and who asked for the present state, when and why
 * @param list how it stands with its revocation list
 */
public record AuthorityRow(
        long id,
        String subject,
        Fingerprint fingerprint,
        Validity validity,
        TrustState state,
        TrustTerms terms,
        ListState list) {
    /** @param over whether it has run out by now */
    public record Validity(Instant from, Instant until, boolean over) {}

    /**
     * How it stands with a revocation list.
     *
     * @param standing empty while there is none: then nobody whom the authority certified counts as not revoked
     * @param stale whether it has outlived its time
     * @param fetching empty unless an administrator allows it
     */
    public record ListState(Optional<ListStanding> standing, boolean stale, Optional<ListFetching> fetching) {}

    static AuthorityRow of(TrustedAuthority authority, Instant now) {
        return new AuthorityRow(
                authority.id(),
                authority.subject(),
                new Fingerprint(authority.fingerprint()),
                new Validity(authority.validFrom(), authority.validUntil(), now.isAfter(authority.validUntil())),
                authority.state(),
                authority.terms(),
                new ListState(
                        authority.list(),
                        authority.list().filter(list -> list.stale(now)).isPresent(),
                        authority.fetching()));
    }

    public boolean trusted() {
        return state == TrustState.TRUSTED;
    }

    /** The domains one by one, as people read them. */
    public List<String> domains() {
        return List.copyOf(terms.permitted().names());
    }
}
