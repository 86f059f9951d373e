package org.sealpost.revocation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.sealpost.lease.Lease;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;

/**
 * Has the revocation lists signed in the background: right after a revocation has been committed, and whenever they
 * have aged, so that no signature fails for want of a list. Until the new ones are there the old ones are served.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ListPublisher {
    private static final TimerConfig ONCE = new TimerConfig("revocation", false);

    @Resource
    TimerService timers;

    @Inject
    Lease lease;

    @Inject
    KeyRing keys;

    @Inject
    RevocationLists lists;

    private final ReentrantLock signing = new ReentrantLock();
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** Signs new lists once the caller's transaction has been committed, and never if it is rolled back. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void soon() {
        timers.createSingleActionTimer(0, ONCE);
    }

    @Timeout
    void committed() {
        renew();
    }

    /** Often, so that a first list is there within seconds and nothing that was interrupted stays unpublished. */
    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void renew() {
        lease.ifHeld(this::sign);
    }

    private void sign() {
        if (keys.state() != KeyManagerState.RUNNING || !waiting.compareAndSet(false, true)) {
            return;
        }
        signing.lock();
        try {
            waiting.set(false);
            lists.renew();
        } finally {
            signing.unlock();
        }
    }
}
