package org.sealpost.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.ListAddress;
import org.sealpost.protocol.SealpostException;

/** Keeps the revocation lists of trusted authorities fresh, as far as administrators allow; not inside a transaction. */
@ApplicationScoped
class ListRefresh {
    /** How old a fetched list becomes before the next try: lists are good for a day at least, often for a week. */
    static final Duration INTERVAL = Duration.ofHours(1);

    private static final int AT_ONCE = 100;

    @Inject
    TrustDesk desk;

    @Inject
    ListClient client;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /** Fetches what is due; a failure is put on record and disturbs no other. */
    void refresh() {
        List<Long> due = desk.toFetch(clock.instant().minus(INTERVAL), AT_ONCE);
        for (long id : due) {
            tryOnce(id);
        }
    }

    private void tryOnce(long id) {
        try {
            fetch(id);
        } catch (SealpostException onRecord) {
            return;
        }
    }

    /**
     * Fetches the list of one authority.
     *
     * @throws FetchingNotAllowed unless an administrator has allowed it
     * @throws ListNotFetched when it cannot be had
     * @throws org.sealpost.pki.UnusableList when what came is not its list
     */
    void fetch(long id) {
        ListAddress address = desk.row(id)
                .list()
                .fetching()
                .orElseThrow(() -> new FetchingNotAllowed(id))
                .where();
        try {
            desk.fetched(id, ForeignList.read(client.fetch(address), desk.certificate(id), providers, clock.instant()));
        } catch (SealpostException e) {
            desk.missed(id, e.code() + " " + e.arguments());
            throw e;
        }
    }
}
