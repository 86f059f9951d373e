package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.ChainKey;
import org.sealpost.audit.Checkpoints;
import org.sealpost.lease.HeldElsewhere;
import org.sealpost.lease.Lease;
import org.sealpost.model.Act;
import org.sealpost.model.OpeningKind;

/**
 * What follows when something opens the master key: this server runs with the keys if it gets the organisation's one
 * service, and otherwise keeps the key of waiting mail alone and stands by. The caller takes one step at a time.
 */
@ApplicationScoped
class Activation {
    @Inject
    Lease lease;

    @Inject
    KeyRing ring;

    @Inject
    ChainKey chainKey;

    @Inject
    Custody custody;

    @Inject
    KeyManagerStore store;

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    Rotation rotation;

    @Inject
    AuditLog audit;

    @Inject
    Checkpoints checkpoints;

    /**
     * Does what only the holder of the service does; takes the service first, and gives it back when the work fails.
     *
     * @throws HeldElsewhere when another server holds it
     */
    void claiming(Runnable work) {
        boolean before = lease.held();
        claim();
        orGiveBack(before, work);
    }

    /**
     * Takes the service.
     *
     * @throws HeldElsewhere when another server holds it
     */
    void claim() {
        if (!lease.acquire()) {
            throw new HeldElsewhere(lease.standing().holder());
        }
    }

    private void orGiveBack(boolean before, Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (!done && !before) {
                lease.giveBack();
            }
        }
    }

    /**
     * Opens every key and runs, or stands by while another server runs.
     *
     * @throws HeldElsewhere when it stands by already
     */
    void open(Act act, Opening opening) {
        boolean before = lease.held();
        if (lease.acquire()) {
            orGiveBack(before, () -> openAll(act, opening));
        } else if (ring.state() == KeyManagerState.PASSIVE) {
            throw new HeldElsewhere(lease.standing().holder());
        } else {
            standBy(act, opening);
        }
    }

    private void openAll(Act act, Opening opening) {
        StoredKeys stored = store.stored();
        try (MasterKeys masters = doorkeeper.admit(stored.ways(), opening)) {
            ring.known(stored.publicKeys());
            run(custody.open(stored, masters), () -> audit.success(act, KeyManager.SUBJECT, said(act, opening)));
            rotation.resume(masters);
        }
    }

    /** Runs with the opened keys, unless it cannot be recorded. */
    void run(StoredKeys.Opened opened, Runnable record) {
        recorded(opened, record);
        use(opened);
        checkpoints.sign();
    }

    /** Runs with keys that were just made and recorded. */
    void begin(StoredKeys made, MasterKeys masters) {
        ring.locked(made.publicKeys());
        use(custody.open(made, masters));
    }

    private void use(StoredKeys.Opened opened) {
        ring.running(opened.running(), opened.spool());
        chainKey.open(opened.chain());
    }

    /** Wipes the keys and gives the service back; others go first. */
    void handOver() {
        audit.success(Act.HAND_OVER, KeyManager.SUBJECT, here());
        checkpoints.sign();
        forget();
        lease.rest(Lease.TURN);
        lease.giveBack();
    }

    /** Wipes the keys of a service that another server has taken. */
    void fencedOff() {
        forget();
        String holder = lease.standing().holder().toString();
        ring.heldBy(holder);
        audit.success(Act.LOSE_SERVICE, KeyManager.SUBJECT, lease.me() + " to " + holder);
    }

    private void forget() {
        if (ring.state() == KeyManagerState.RUNNING || ring.state() == KeyManagerState.STOPPED) {
            ring.passive();
            chainKey.close();
        }
    }

    private String here() {
        return lease.me() + ", number " + lease.number();
    }

    /** Keeps of the keys what mail needs. */
    private void standBy(Act act, Opening opening) {
        StoredKeys stored = store.stored();
        try (MasterKeys masters = doorkeeper.admit(stored.ways(), opening)) {
            StoredKeys.Opened opened = custody.open(stored, masters);
            String holder = lease.standing().holder().toString();
            recorded(
                    opened,
                    () -> audit.success(act, KeyManager.SUBJECT, "passive on " + lease.me() + ": held by " + holder));
            opened.running().close();
            opened.chain().close();
            ring.passive(opened.spool());
            ring.heldBy(holder);
        }
    }

    private static void recorded(StoredKeys.Opened opened, Runnable record) {
        boolean recorded = false;
        try {
            record.run();
            recorded = true;
        } finally {
            if (!recorded) {
                opened.close();
            }
        }
    }

    /** In words for the audit log; nothing for the usual way. */
    String said(Act act, Opening opening) {
        if (act == Act.TAKE_OVER) {
            return here();
        }
        if (opening instanceof Opening.ByShares given) {
            return given.shares().stream()
                    .map(share -> String.valueOf(share.number()))
                    .collect(Collectors.joining(", ", "shares ", ""));
        }
        return opening.kind() == OpeningKind.TOKEN ? "token" : "";
    }
}
