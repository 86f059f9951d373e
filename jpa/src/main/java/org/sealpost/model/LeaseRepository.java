package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.Session;

/** The lease of the one running Key Manager, and with it this server's leave to write keys. */
@Dependent
public class LeaseRepository {
    private static final long NEVER = -1;

    private final EntityManager database;

    @Inject
    public LeaseRepository(EntityManager database) {
        this.database = database;
    }

    /** How it stands, by the database's clock. */
    public LeaseStanding standing() {
        return database.createNamedQuery(KeyManagerLease.STANDING, LeaseStanding.class)
                .getSingleResult();
    }

    /**
     * Takes the lease if it is free, has run out, or is this server's own from before it was started anew. Waits for
     * transactions of the former holder that write keys.
     *
     * @param silent number of renewals at which the holder has given no sign of life for too long, whatever the
     *     database's clock says, which may have been set back
     * @return the fencing number, or empty when the lease is another server's
     */
    public Optional<Long> take(LeaseHolder me, OptionalLong silent) {
        int taken = database.createNamedQuery(KeyManagerLease.TAKE)
                .setParameter("id", me.id())
                .setParameter("name", me.name())
                .setParameter("url", me.url())
                .setParameter("silent", silent.orElse(NEVER))
                .executeUpdate();
        if (taken == 0) {
            return Optional.empty();
        }
        database.createNamedQuery(KeyManagerLease.RAISE).executeUpdate();
        long number = standing().number();
        fence().hold(number);
        return Optional.of(number);
    }

    /** @return false when the lease is another server's: then this one writes no keys any more */
    public boolean renew(LeaseHolder me, long number) {
        boolean mine = database.createNamedQuery(KeyManagerLease.RENEW)
                        .setParameter("id", me.id())
                        .setParameter("number", number)
                        .executeUpdate()
                == 1;
        if (!mine) {
            fence().drop();
        }
        return mine;
    }

    /** Gives the lease back, so that another server can take it at once; this one writes no keys any more. */
    public void giveBack(LeaseHolder me, long number) {
        fence().drop();
        database.createNamedQuery(KeyManagerLease.GIVE_BACK)
                .setParameter("id", me.id())
                .setParameter("number", number)
                .executeUpdate();
    }

    private Fence fence() {
        return Fence.of(database.unwrap(Session.class).getSessionFactory());
    }
}
