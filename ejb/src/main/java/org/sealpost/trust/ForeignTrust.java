package org.sealpost.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Providers;
import org.sealpost.model.AuthorityStamp;
import org.sealpost.model.TrustedAuthority;
import org.sealpost.model.TrustedAuthorityRepository;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.PathCheck;

/**
 * Which foreign authorities are trusted at this moment. The database is asked each time, with one short query, so that
 * an authority that is trusted no longer counts no longer with the next check, on every server; certificates and lists
 * are read again only when they changed.
 */
@ApplicationScoped
@Transactional
public class ForeignTrust {
    @Inject
    TrustedAuthorityRepository authorities;

    @Inject
    Providers providers;

    private volatile Map<AuthorityStamp, TrustedForeigner> read = Map.of();
    private volatile @Nullable Known known;

    private record Known(List<TrustedForeigner> foreigners, PathCheck path) {}

    /** In the order in which they were trusted; an equal list as long as nothing has changed. */
    public List<TrustedForeigner> now() {
        Map<AuthorityStamp, TrustedForeigner> before = read;
        Map<AuthorityStamp, TrustedForeigner> after = new LinkedHashMap<>();
        for (AuthorityStamp stamp : authorities.stamps()) {
            TrustedForeigner known = before.get(stamp);
            after.put(stamp, known == null ? read(stamp) : known);
        }
        read = Map.copyOf(after);
        return List.copyOf(after.values());
    }

    /** A check against the foreign authorities alone, made anew when something about them has changed. */
    public PathCheck path() {
        List<TrustedForeigner> foreigners = now();
        Known last = known;
        if (last == null || !last.foreigners().equals(foreigners)) {
            last = new Known(
                    foreigners,
                    PathCheck.within(
                            providers,
                            foreigners.stream().map(TrustedForeigner::anchor).toList(),
                            foreigners.stream()
                                    .flatMap(one -> one.list().stream())
                                    .toList()));
            known = last;
        }
        return last.path();
    }

    private TrustedForeigner read(AuthorityStamp stamp) {
        TrustedAuthority authority = authorities.byId(stamp.id()).orElseThrow();
        return new TrustedForeigner(
                stamp, authority.anchor(), authorities.list(stamp.id()).map(Certificates::parseCrl));
    }
}
