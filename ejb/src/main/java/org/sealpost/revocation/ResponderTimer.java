package org.sealpost.revocation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import org.sealpost.lease.Lease;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;

/** Keeps the responder and its answers fresh while the Key Manager runs; one round at a time. */
@Singleton
@Startup
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResponderTimer {
    @Inject
    Lease lease;

    @Inject
    KeyRing keys;

    @Inject
    Responders responders;

    @Inject
    AnswerRenewal answers;

    private final ReentrantLock round = new ReentrantLock();

    /** Often, so that the first answers can be given within seconds of a start. */
    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void renew() {
        lease.ifHeld(this::renewAll);
    }

    private void renewAll() {
        if (keys.state() != KeyManagerState.RUNNING || !round.tryLock()) {
            return;
        }
        try {
            responders.renew();
            boolean more = answers.renew();
            while (more) {
                more = answers.renew();
            }
        } finally {
            round.unlock();
        }
    }
}
