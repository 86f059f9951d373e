package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Providers;
import org.sealpost.lock.KeyRing;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.PathCheck;
import org.sealpost.revocation.CurrentList;
import org.sealpost.revocation.RevocationService;
import org.sealpost.settings.SettingsService;
import org.sealpost.smime.OpeningPolicy;

/**
 * By what messages are judged: the organisation's authority, its current revocation list and the formats that its
 * edition reads. All of it is public, so it is there in every state of the Key Manager.
 */
@ApplicationScoped
class Trust {
    @Inject
    KeyRing keys;

    @Inject
    RevocationService revocation;

    @Inject
    SettingsService settings;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /** Reading a long list takes a while, so it is done once for each list. */
    private volatile @Nullable Known known;

    private record Known(long number, PathCheck path) {}

    /** @param arrivedAt when the message came in, by our own record */
    OpeningPolicy policy(Instant arrivedAt) {
        return new OpeningPolicy(settings.current().policy().edition().reads(), path(), clock.instant())
                .forArrivalAt(arrivedAt);
    }

    private PathCheck path() {
        CurrentList list = revocation.currentList().orElse(null);
        long number = list == null ? 0 : list.number();
        Known last = known;
        if (last != null && last.number() == number) {
            return last.path();
        }
        List<X509CRL> lists = list == null ? List.of() : List.of(Certificates.parseCrl(list.encoded()));
        PathCheck path = new PathCheck(providers, List.of(keys.publicKeys().authority()), lists);
        known = new Known(number, path);
        return path;
    }
}
