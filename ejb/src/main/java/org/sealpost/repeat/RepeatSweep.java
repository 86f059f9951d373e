package org.sealpost.repeat;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Forgets keys of programs and the answers under them after a day. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class RepeatSweep {
    private static final int AT_ONCE = 200;

    @Inject
    Lease lease;

    @Inject
    KeyedRequests requests;

    @Schedule(hour = "*", minute = "*/10", second = "25", persistent = false)
    void forget() {
        lease.ifHeld(this::forgetAll);
    }

    private void forgetAll() {
        int forgotten;
        do {
            forgotten = requests.forgetOld(AT_ONCE);
        } while (forgotten == AT_ONCE);
    }
}
