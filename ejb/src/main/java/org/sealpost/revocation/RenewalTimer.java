package org.sealpost.revocation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;

/** Keeps the revocation list fresh while the Key Manager runs, so that no signature fails for want of a list. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class RenewalTimer {
    @Inject
    KeyRing keys;

    @Inject
    RevocationLists lists;

    /** Often, so that a Key Manager that was just set up has its first list within seconds. */
    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void renew() {
        if (keys.state() == KeyManagerState.RUNNING) {
            lists.renew();
        }
    }
}
