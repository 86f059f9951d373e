package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.SecretBytes;

/**
 * The keys in memory. Whoever needs one borrows it for the length of one call, so that stopping waits for work under
 * way and wipes the keys with nobody still holding them.
 */
@ApplicationScoped
public class KeyRing implements AutoCloseable {
    private static final byte[] SPOOL = "sealpost spool 1".getBytes(StandardCharsets.US_ASCII);

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private KeyManagerState state = KeyManagerState.NOT_SET_UP;
    private Instant since = Instant.EPOCH;
    private @Nullable PublicKeys publicKeys;
    private @Nullable RunningKeys running;
    private @Nullable SecretBytes spoolKey;
    private volatile String holder = "";

    @Inject
    Hpke hpke;

    @Inject
    Clock clock;

    /** What the Key Manager can do now. */
    public KeyManagerState state() {
        return reading(() -> state);
    }

    /** When it came into that state. */
    public Instant since() {
        return reading(() -> since);
    }

    /** @throws KeyManagerUnavailable before the set-up */
    public PublicKeys publicKeys() {
        return reading(() -> {
            if (publicKeys == null) {
                throw new KeyManagerUnavailable(state, holder);
            }
            return publicKeys;
        });
    }

    /**
     * Lends the running Key Manager's keys for one call, which must not keep them.
     *
     * @throws KeyManagerUnavailable unless it is running
     */
    public <T> T use(Function<RunningKeys, T> work) {
        return reading(() -> {
            if (running == null) {
                throw new KeyManagerUnavailable(state, holder);
            }
            return work.apply(running);
        });
    }

    /** @throws KeyManagerUnavailable unless it is running: asked before work that would fail without its keys */
    public void requireRunning() {
        use(RunningKeys::authority);
    }

    /**
     * Seals a waiting message so that only this Key Manager opens it. Works in every state but NOT_SET_UP.
     *
     * @param use what it belongs to, e.g. a draft: it opens only with the same
     * @throws KeyManagerUnavailable before the set-up
     */
    public byte[] sealToSpool(byte[] message, String use) {
        return hpke.sealContent(publicKeys().spool(), SPOOL, use.getBytes(StandardCharsets.UTF_8), message);
    }

    /** Whether waiting messages can be opened now. */
    public boolean opensSpool() {
        return reading(() -> spoolKey != null);
    }

    /**
     * Opens what {@link #sealToSpool} made; works while the Key Manager is running, stopped or passive.
     *
     * @return the message, to be closed by the caller
     * @throws KeyManagerUnavailable while it is locked
     * @throws org.sealpost.crypto.UnwrapFailed when it belongs to something else or was altered
     */
    public SecretBytes openFromSpool(byte[] sealed, String use) {
        return reading(() -> {
            if (spoolKey == null) {
                throw new KeyManagerUnavailable(state, holder);
            }
            return hpke.openContent(spoolKey, SPOOL, use.getBytes(StandardCharsets.UTF_8), sealed);
        });
    }

    /** Who holds the service while this server does not: named when something is refused. */
    void heldBy(String server) {
        holder = server;
    }

    /** A Key Manager was found in the database, or has just been set up. */
    void locked(PublicKeys found) {
        changing(KeyManagerState.LOCKED, () -> publicKeys = found);
    }

    /** What the database says now: another server may have replaced keys since this one looked. */
    void known(PublicKeys found) {
        lock.writeLock().lock();
        try {
            publicKeys = found;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The start-up password was right. */
    void running(RunningKeys keys, SecretBytes spool) {
        changing(KeyManagerState.RUNNING, () -> {
            wipe();
            running = keys;
            spoolKey = spool;
        });
    }

    /** Wipes the escrow key alone: recovery officers share it now. */
    public void surrenderEscrowKey() {
        lock.writeLock().lock();
        try {
            if (running != null) {
                running = running.withoutEscrowKey();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Wipes everything but the spool key, so that waiting mail goes on. */
    void stopped() {
        changing(KeyManagerState.STOPPED, this::wipeRunning);
    }

    /** Another server holds the service: keeps the spool key, so that waiting mail goes on. */
    void passive(SecretBytes spool) {
        changing(KeyManagerState.PASSIVE, () -> {
            wipe();
            spoolKey = spool;
        });
    }

    /** The same for a server that has held the service. */
    void passive() {
        changing(KeyManagerState.PASSIVE, this::wipeRunning);
    }

    /** Wipes everything: the server ends. */
    @Override
    public void close() {
        changing(KeyManagerState.LOCKED, this::wipe);
    }

    private void wipeRunning() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private void wipe() {
        wipeRunning();
        if (spoolKey != null) {
            spoolKey.close();
            spoolKey = null;
        }
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void changing(KeyManagerState next, Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
            state = next;
            since = clock.instant();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
