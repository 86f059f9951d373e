package org.sealpost.lease;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.LeaseHolder;
import org.sealpost.model.LeaseStanding;

/**
 * This server's part in the one lease of the database. It only remembers under which fencing number it holds the
 * service; whether it still does is for the database to say, at each renewal and at each write of keys.
 */
@ApplicationScoped
public class Lease {
    /** Looks, a second or more apart, without a sign of life after which a holder is dead whatever any clock says. */
    static final int PATIENCE = 12;

    /** Looks for which a server that has handed the service over lets others go first. */
    public static final int TURN = 30;

    private static final long NONE = -1;

    @Inject
    LeaseDesk desk;

    @Inject
    LeaseHolder me;

    private volatile long number = NONE;
    private volatile @Nullable LeaseStanding seen;
    private long sighted = NONE;
    private int unchanged;
    private int rest;

    /** Whether this server held the service when it looked last. */
    public boolean held() {
        return number != NONE;
    }

    /** The fencing number under which it is held; negative when it is not. */
    public long number() {
        return number;
    }

    /** Does what only the holder does by itself. */
    public void ifHeld(Runnable work) {
        if (held()) {
            work.run();
        }
    }

    /**
     * Takes the service, if it is free or this server's already.
     *
     * @return whether this server holds it now
     */
    public synchronized boolean acquire() {
        if (renew()) {
            return true;
        }
        Optional<Long> taken = desk.take(me, unchanged >= PATIENCE ? OptionalLong.of(sighted) : OptionalLong.empty());
        number = taken.orElse(NONE);
        standing();
        return taken.isPresent();
    }

    /** A sign of life. @return false when this server does not hold the service, or no longer */
    public synchronized boolean renew() {
        if (held() && !desk.renew(me, number)) {
            number = NONE;
        }
        return held();
    }

    /** Gives the service back, so that another server can take it at once. */
    public synchronized void giveBack() {
        if (held()) {
            long given = number;
            number = NONE;
            desk.giveBack(me, given);
            standing();
        }
    }

    /** Lets others go first for that many looks. */
    public synchronized void rest(int looks) {
        rest = looks;
    }

    /** How it stands, by the database's clock. */
    public LeaseStanding standing() {
        LeaseStanding now = desk.standing();
        seen = now;
        return now;
    }

    /** How it stood when this server looked last. */
    public LeaseStanding seen() {
        LeaseStanding last = seen;
        return last == null ? standing() : last;
    }

    /**
     * Looks at the lease that another server holds; to be done every second, because it also counts for how long the
     * holder has been silent.
     *
     * @return whether this server may take it
     */
    public synchronized boolean look() {
        LeaseStanding standing = standing();
        unchanged = standing.renewals() == sighted ? unchanged + 1 : 0;
        sighted = standing.renewals();
        if (rest > 0) {
            rest--;
            return false;
        }
        return !standing.held() || standing.heldBy(me) || unchanged >= PATIENCE;
    }

    /** Who this server is. */
    public LeaseHolder me() {
        return me;
    }
}
