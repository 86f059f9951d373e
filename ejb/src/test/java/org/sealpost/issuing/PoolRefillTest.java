package org.sealpost.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.lease.Leases;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.TestLock;
import org.sealpost.pki.KeyPairs;
import org.sealpost.settings.ServerConfiguration;

class PoolRefillTest {
    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "ada");
    private final TestLock lock = new TestLock(assembly);
    private final Threads threads = new Threads();
    private final Stock stock = new Stock();
    private final PoolRefill refill = new PoolRefill();

    @BeforeEach
    void wire() {
        refill.ring = assembly.get(KeyRing.class);
        refill.lease = Leases.held(1);
        refill.pool = stock;
        refill.keyPairs = new KeyPairs(Providers.best(), new SecureRandom());
        stock.configuration = ServerConfiguration.from(name -> name.equals("sealpost.key.pool") ? "2" : null);
        refill.threads = threads;
    }

    @AfterEach
    void close() throws InterruptedException {
        refill.end();
        threads.join();
        assembly.close();
    }

    @Test
    void manyLooksWhileOneThreadMakesPairsMakeNoOther() throws InterruptedException {
        setUp();
        for (int look = 0; look < 5; look++) {
            refill.look();
        }
        assertThat(threads.made).hasSize(1);
        stock.room.release(2);
        threads.join();
        assertThat(stock.size()).isEqualTo(2);
        refill.look();
        assertThat(threads.made).as("the stock is full").hasSize(1);
    }

    @Test
    void pairsThatAreMadeInNoTimeAreNotMadeAhead() throws InterruptedException {
        setUp();
        stock.configuration =
                ServerConfiguration.from(name -> name.equals("sealpost.encryption.key") ? "EC_P256" : null);
        refill.look();
        assertThat(threads.made).isEmpty();
    }

    @Test
    void afterAPairWasTakenTheNextLookMakesAnother() throws InterruptedException {
        setUp();
        stock.room.release(3);
        refill.look();
        threads.join();
        stock.kept.decrementAndGet();
        refill.look();
        threads.join();
        assertThat(stock.size()).isEqualTo(2);
        assertThat(threads.made).hasSize(2);
    }

    @Test
    void nothingIsMadeUnlessTheKeyManagerRuns() {
        refill.look();
        setUp();
        lock.stop();
        refill.look();
        assertThat(threads.made).isEmpty();
    }

    @Test
    void theEndOfTheServerEndsTheThread() throws InterruptedException {
        setUp();
        refill.look();
        refill.end();
        threads.join();
        assertThat(stock.size()).isZero();
    }

    private void setUp() {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
    }

    /** A stock that takes a pair when the test makes room for it. */
    private static final class Stock extends KeyPool {
        final Semaphore room = new Semaphore(0);
        final AtomicInteger kept = new AtomicInteger();

        @Override
        public int size() {
            return kept.get();
        }

        @Override
        public void put(KeyPair pair) {
            try {
                room.acquire();
                kept.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The container's threads, counted. */
    private static final class Threads implements ManagedThreadFactory {
        final List<Thread> made = new ArrayList<>();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Made(work);
            made.add(thread);
            return thread;
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }

        void join() throws InterruptedException {
            for (Thread thread : made) {
                thread.join(60_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private static final class Made extends Thread implements ManageableThread {
        Made(Runnable work) {
            super(work);
        }

        @Override
        public boolean isShutdown() {
            return false;
        }
    }
}
