package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.sealpost.audit.ClockWatch;
import org.sealpost.lease.Lease;
import org.sealpost.lock.ServiceStanding.Role;
import org.sealpost.model.Act;
import org.sealpost.model.LeaseStanding;
import org.sealpost.protocol.NotAuthentic;
import org.sealpost.protocol.SealpostException;

/**
 * Once a second: the holder of the service gives a sign of life every third time, and finds out whether another server
 * has taken its place; every other server looks whether the service has become free, and takes it over if it can open
 * the master key by itself.
 */
@ApplicationScoped
class Succession {
    /** Seconds between two signs of life; the lease lasts for ten. */
    private static final int BEAT = 3;

    private static final Logger LOG = System.getLogger(Succession.class.getName());

    @Inject
    Lease lease;

    @Inject
    KeyManager keyManager;

    @Inject
    KeyRing ring;

    @Inject
    StartUpSecret secret;

    @Inject
    ClockWatch clockWatch;

    private int ticks;
    private volatile boolean useless;
    private boolean silenced;

    /** Never throws: while the database does not answer, the next second tries again. */
    @SuppressWarnings("IllegalCatch") // whatever it is, the next sign of life must come
    synchronized void tick() {
        try {
            clockWatch.look();
            look();
            silenced = false;
        } catch (RuntimeException e) {
            if (!silenced) {
                LOG.log(Level.WARNING, "The Key Manager''s lease cannot be looked at: {0}", e.toString());
            }
            silenced = true;
        }
    }

    private void look() {
        if (lease.held()) {
            ticks++;
            if (ticks % BEAT == 0 && !lease.renew()) {
                keyManager.fencedOff();
            }
            return;
        }
        KeyManagerState before = keyManager.state();
        if (before == KeyManagerState.NOT_SET_UP) {
            if (keyManager.find()) {
                open(Act.UNLOCK);
            }
            return;
        }
        boolean free = lease.look();
        ring.heldBy(lease.seen().holder().toString());
        if (free && before == KeyManagerState.PASSIVE) {
            open(Act.TAKE_OVER);
        }
    }

    /** A secret that does not open anything is not tried again before the server starts anew. */
    private void open(Act act) {
        Optional<Opening> found = useless ? Optional.empty() : secret.opening();
        if (found.isEmpty()) {
            return;
        }
        try (Opening opening = found.get()) {
            keyManager.openByItself(act, opening);
        } catch (SealpostException e) {
            useless = e instanceof NotAuthentic;
            lease.rest(Lease.TURN);
            LOG.log(Level.WARNING, "This server cannot take the Key Manager over: {0}", e.getMessage());
        }
    }

    /** Which server is the one running Key Manager, as this one saw it last. */
    ServiceStanding standing() {
        LeaseStanding seen = lease.seen();
        return new ServiceStanding(
                role(seen),
                seen.holder().name(),
                seen.holder().url(),
                seen.number(),
                seen.acquiredAt(),
                lease.me().name());
    }

    private Role role(LeaseStanding seen) {
        if (lease.held()) {
            return Role.HOLDER;
        }
        if (seen.held()) {
            return Role.PASSIVE;
        }
        boolean byItself = secret.given() && !useless && keyManager.state() == KeyManagerState.PASSIVE;
        return byItself ? Role.TAKES_OVER : Role.WAITS;
    }
}
