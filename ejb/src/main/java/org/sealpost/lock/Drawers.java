package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.ShareHolder;

/** What waits for its proof: a new Key Manager, or a new set of recovery shares. */
@ApplicationScoped
class Drawers {
    private @Nullable Drawer<StoredKeys> setUp;
    private @Nullable Drawer<PreparedShares> shares;

    @Inject
    Clock clock;

    synchronized Drawer<StoredKeys> setUp() {
        Drawer<StoredKeys> drawer = setUp == null ? new Drawer<>(clock) : setUp;
        setUp = drawer;
        return drawer;
    }

    synchronized Drawer<PreparedShares> shares() {
        Drawer<PreparedShares> drawer = shares == null ? new Drawer<>(clock) : shares;
        shares = drawer;
        return drawer;
    }

    /** A set's way and its holders. */
    record PreparedShares(NewWay way, List<ShareHolder> holders) {
        PreparedShares {
            holders = List.copyOf(holders);
        }

        /** As if it were the only way there is. */
        StoredWays alone() {
            return new StoredWays(List.of(way.way()), way.sealed(), holders);
        }
    }
}
