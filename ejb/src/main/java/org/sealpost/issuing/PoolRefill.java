package org.sealpost.issuing;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sealpost.lease.Lease;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.lock.KeyRing;
import org.sealpost.pki.KeyPairs;
import org.sealpost.settings.Migrations;

/**
 * Keeps the stock of pairs full: looks every few seconds and lets one thread of low priority make what is missing while
 * the Key Manager is running. While it makes, nothing is looked at and no other thread is made.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PoolRefill {
    private static final String THREAD_NAME = "sealpost-key-pool";

    private final AtomicReference<@Nullable Thread> maker = new AtomicReference<>();

    @Inject
    Lease lease;

    @Inject
    KeyPool pool;

    @Inject
    KeyPairs keyPairs;

    @Inject
    KeyRing ring;

    @Resource
    ManagedThreadFactory threads;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        lease.ifHeld(this::begin);
    }

    private void begin() {
        if (maker.get() != null || ring.state() != KeyManagerState.RUNNING || pool.size() >= pool.wanted()) {
            return;
        }
        Thread thread = threads.newThread(this::fill);
        if (maker.compareAndSet(null, thread)) {
            thread.setName(THREAD_NAME);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    @PreDestroy
    void end() {
        Thread thread = maker.get();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void fill() {
        try {
            while (!Thread.currentThread().isInterrupted() && pool.size() < pool.wanted()) {
                pool.put(keyPairs.generate(pool.kept()));
            }
        } catch (KeyManagerUnavailable stopped) {
            // stopped meanwhile: the next look after the start goes on
            return;
        } finally {
            maker.set(null);
        }
    }
}
