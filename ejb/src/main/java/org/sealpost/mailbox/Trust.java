package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Providers;
import org.sealpost.lock.KeyRing;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.TrustAnchor;
import org.sealpost.revocation.CurrentList;
import org.sealpost.revocation.RevocationService;
import org.sealpost.settings.SettingsService;
import org.sealpost.smime.OpeningPolicy;
import org.sealpost.trust.ForeignTrust;
import org.sealpost.trust.TrustedForeigner;

/**
 * By what messages are judged: the organisation's authority and those of others that it trusts, their current revocation
 * lists, and the formats that its edition reads. All of it is public, so it is there in every state of the Key Manager.
 */
@ApplicationScoped
public class Trust {
    @Inject
    KeyRing keys;

    @Inject
    RevocationService revocation;

    @Inject
    ForeignTrust foreign;

    @Inject
    SettingsService settings;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /** Reading a long list takes a while, so it is done once for each list. */
    private volatile @Nullable Known known;

    private record Known(long number, List<TrustedForeigner> foreigners, PathCheck path) {}

    /** @param arrivedAt when the message came in, by our own record */
    public OpeningPolicy policy(Instant arrivedAt) {
        return new OpeningPolicy(settings.current().policy().edition().reads(), path(), clock.instant())
                .forArrivalAt(arrivedAt);
    }

    private PathCheck path() {
        CurrentList list = revocation.currentList().orElse(null);
        long number = list == null ? 0 : list.number();
        List<TrustedForeigner> foreigners = foreign.now();
        Known last = known;
        if (last != null && last.number() == number && last.foreigners().equals(foreigners)) {
            return last.path();
        }
        Stream<TrustAnchor> own = Stream.of(TrustAnchor.own(keys.publicKeys().authority()));
        PathCheck path = PathCheck.within(
                providers,
                Stream.concat(own, foreigners.stream().map(TrustedForeigner::anchor))
                        .toList(),
                lists(list, foreigners));
        known = new Known(number, foreigners, path);
        return path;
    }

    private static List<X509CRL> lists(@Nullable CurrentList own, List<TrustedForeigner> foreigners) {
        Stream<X509CRL> ours = Stream.ofNullable(own).map(list -> Certificates.parseCrl(list.encoded()));
        return Stream.concat(ours, foreigners.stream().flatMap(one -> one.list().stream()))
                .toList();
    }
}
