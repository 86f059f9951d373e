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
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.model.Act;

/**
 * The Key Manager's life: set up once, locked after every start of the server, running after the start-up password,
 * stopped and started by an administrator. One step at a time.
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
    UnlockDelay delay;

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

    /** Looks whether there is a Key Manager in the database; at start, before anything else. */
    void find() {
        store.load().ifPresent(stored -> ring.locked(stored.publicKeys()));
    }

    /** Makes the master key, the authority and every other key, and runs. */
    @Audited(Act.SET_UP)
    synchronized void setUp(SetUp setUp) {
        requireState(KeyManagerState.NOT_SET_UP);
        if (setUp.password().length() < SetUp.SHORTEST_PASSWORD) {
            throw new ShortStartupPassword();
        }
        StoredKeys made = custody.make(setUp);
        store.add(made);
        ring.locked(made.publicKeys());
        run(custody.open(made, setUp.password()));
    }

    /** The first start-up password after the server's start. */
    @Audited(Act.UNLOCK)
    synchronized void unlock(Passphrase password) {
        requireState(KeyManagerState.LOCKED);
        open(Act.UNLOCK, password);
    }

    /** The start-up password after a stop. */
    @Audited(Act.START)
    synchronized void start(Passphrase password) {
        requireState(KeyManagerState.STOPPED);
        open(Act.START, password);
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

    /** The server ends. */
    synchronized void shutDown() {
        ring.close();
        chainKey.close();
    }

    private void open(Act act, Passphrase password) {
        StoredKeys.Opened opened = opened(password);
        boolean recorded = false;
        try {
            audit.success(act, SUBJECT, "");
            recorded = true;
        } finally {
            if (!recorded) {
                opened.close();
            }
        }
        run(opened);
    }

    private StoredKeys.Opened opened(Passphrase password) {
        delay.check();
        StoredKeys stored = store.load().orElseThrow(() -> new WrongKeyManagerState(KeyManagerState.NOT_SET_UP));
        try {
            StoredKeys.Opened opened = custody.open(stored, password);
            delay.right();
            return opened;
        } catch (UnwrapFailed e) {
            throw new WrongStartupPassword(delay.wrong().toSeconds());
        }
    }

    private void run(StoredKeys.Opened opened) {
        ring.running(opened.running(), opened.spool());
        chainKey.open(opened.chain());
        checkpoints.sign();
    }

    private void requireState(KeyManagerState required) {
        if (ring.state() != required) {
            throw new WrongKeyManagerState(ring.state());
        }
    }
}
