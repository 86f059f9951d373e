package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Audited;
import org.sealpost.audit.ChainKey;
import org.sealpost.audit.Checkpoints;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.lease.Lease;
import org.sealpost.model.Act;

/**
 * The Key Manager's life: set up once, locked after every start of the server, running once something has opened the
 * master key, stopped and started by an administrator. One step at a time.
 */
@ApplicationScoped
class KeyManager {
    static final String SUBJECT = "Key Manager";

    @Inject
    KeyRing ring;

    @Inject
    ChainKey chainKey;

    @Inject
    Custody custody;

    @Inject
    KeyManagerStore store;

    @Inject
    OpeningWays ways;

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    Drawers drawers;

    @Inject
    Rotation rotation;

    @Inject
    Activation activation;

    @Inject
    Lease lease;

    @Inject
    AuditLog audit;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Providers providers;

    KeyManagerStatus status() {
        KeyManagerState state = ring.state();
        return new KeyManagerStatus(
                state,
                ring.since(),
                state == KeyManagerState.NOT_SET_UP
                        ? Optional.empty()
                        : Optional.of(ring.publicKeys().organisation()),
                providers.describe());
    }

    KeyManagerState state() {
        return ring.state();
    }

    /** Looks whether there is one in the database; what was set up or found here already is left as it is. */
    synchronized boolean find() {
        Optional<StoredKeys> found = ring.state() == KeyManagerState.NOT_SET_UP ? store.load() : Optional.empty();
        found.ifPresent(stored -> ring.locked(stored.publicKeys()));
        return found.isPresent();
    }

    /**
     * Makes the master key, the authority and every other key, and stores nothing yet: whoever sets up has to prove
     * first that the start-up password and the shares are at hand.
     *
     * @return shares to show once; the caller closes them
     */
    @Audited(Act.SET_UP)
    synchronized NewShares prepare(SetUp setUp) {
        requireState(KeyManagerState.NOT_SET_UP);
        Custody.Made made = make(setUp);
        drawers.setUp().keep(made.stored());
        return made.shares();
    }

    /** Completes the set-up, if both the password and the shares open what was prepared. */
    @Audited(Act.SET_UP)
    synchronized void complete(Proof proof) {
        requireState(KeyManagerState.NOT_SET_UP);
        StoredKeys prepared = drawers.setUp().prepared();
        try (MasterKeys byShares = doorkeeper.admit(prepared.ways(), new Opening.ByShares(proof.shares()));
                MasterKeys byPassword = doorkeeper.admit(prepared.ways(), new Opening.ByPassword(proof.password()))) {
            begin(prepared, byPassword);
        }
        drawers.setUp().clear();
    }

    /** How many shares the proof of a prepared set-up takes, 0 when none was prepared. */
    synchronized int sharesToProve() {
        return drawers.setUp().find().map(prepared -> prepared.ways().needed()).orElse(0);
    }

    /** The prepared set-up is dropped. */
    synchronized void dropPrepared() {
        drawers.setUp().clear();
    }

    /**
     * Sets up without any proof, for the sample organisation.
     *
     * @return shares that the caller closes
     */
    @Audited(Act.SET_UP)
    synchronized NewShares setUp(SetUp setUp) {
        requireState(KeyManagerState.NOT_SET_UP);
        Custody.Made made = make(setUp);
        try (MasterKeys masters = doorkeeper.admit(made.stored().ways(), new Opening.ByPassword(setUp.password()))) {
            begin(made.stored(), masters);
        }
        return made.shares();
    }

    /** The first opening after the server's start; or on a server that stands by, once the service is free. */
    @Audited(Act.UNLOCK)
    synchronized void unlock(Opening opening) {
        if (ring.state() != KeyManagerState.PASSIVE) {
            requireState(KeyManagerState.LOCKED);
        }
        activation.open(Act.UNLOCK, opening);
    }

    /** The server opens what it finds with what lies in its files. */
    @Audited(Act.TAKE_OVER)
    synchronized void openByItself(Act act, Opening opening) {
        if (ring.state() == KeyManagerState.PASSIVE || ring.state() == KeyManagerState.LOCKED) {
            activation.open(act, opening);
        }
    }

    /** The opening after a stop. */
    @Audited(Act.START)
    synchronized void start(Opening opening) {
        requireState(KeyManagerState.STOPPED);
        activation.open(Act.START, opening);
    }

    /** The start-up password is lost: shares open instead, and a new password takes its place. */
    @Audited(Act.RECOVER_STARTUP)
    synchronized void recover(Opening.ByShares shares, Passphrase newPassword) {
        requireLength(newPassword);
        StoredKeys stored = store.stored();
        try (MasterKeys masters = doorkeeper.admit(stored.ways(), shares)) {
            NewWay way = ways.byPassword(newPassword, masters);
            if (ring.state() == KeyManagerState.RUNNING) {
                recovered(way, shares);
            } else {
                activation.claiming(() -> activation.run(custody.open(stored, masters), () -> recovered(way, shares)));
            }
        }
    }

    private void recovered(NewWay way, Opening.ByShares shares) {
        store.put(way, Act.RECOVER_STARTUP, activation.said(Act.RECOVER_STARTUP, shares));
    }

    /** The database was filled from a backup: what opened the backup opens the Key Manager. */
    synchronized void restored(Opening opening, String backup) {
        requireState(KeyManagerState.NOT_SET_UP);
        find();
        StoredKeys stored = store.stored();
        try (MasterKeys masters = ways.open(stored.ways(), opening)) {
            activation.claiming(() ->
                    activation.run(custody.open(stored, masters), () -> audit.success(Act.RESTORE, SUBJECT, backup)));
            rotation.resume(masters);
        }
    }

    /** Wipes the keys from memory; waits for work under way. */
    @Audited(Act.STOP)
    synchronized void stop() {
        requireState(KeyManagerState.RUNNING);
        audit.success(Act.STOP, SUBJECT, "");
        checkpoints.sign();
        ring.stopped();
        chainKey.close();
    }

    /** Wipes the keys and gives the service to whichever server takes it first; this one goes last. */
    @Audited(Act.HAND_OVER)
    synchronized void handOver() {
        requireState(KeyManagerState.RUNNING);
        activation.handOver();
    }

    /** Another server holds the service: it was taken while this one was paused, or could not reach the database. */
    synchronized void fencedOff() {
        activation.fencedOff();
    }

    /** The server ends. */
    synchronized void shutDown() {
        ring.close();
        chainKey.close();
        lease.giveBack();
    }

    private Custody.Made make(SetUp setUp) {
        requireLength(setUp.password());
        return custody.make(setUp);
    }

    static void requireLength(Passphrase password) {
        if (password.length() < SetUp.SHORTEST_PASSWORD) {
            throw new ShortStartupPassword();
        }
    }

    private void begin(StoredKeys made, MasterKeys masters) {
        activation.claiming(() -> {
            store.add(made);
            activation.begin(made, masters);
        });
    }

    private void requireState(KeyManagerState required) {
        if (ring.state() != required) {
            throw new WrongKeyManagerState(ring.state());
        }
    }
}
