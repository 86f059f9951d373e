package org.sealpost.certification;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Gives up what programs never confirmed, and forgets the names of old transactions. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class CmpSweep {
    private static final int AT_ONCE = 100;

    @Inject
    Lease lease;

    @Inject
    CmpTransactions transactions;

    @Schedule(hour = "*", minute = "*/5", second = "40", persistent = false)
    void giveUp() {
        lease.ifHeld(this::giveUpAll);
    }

    private void giveUpAll() {
        int done;
        do {
            done = transactions.giveUpOverdue(AT_ONCE);
        } while (done == AT_ONCE);
        transactions.forget();
    }
}
