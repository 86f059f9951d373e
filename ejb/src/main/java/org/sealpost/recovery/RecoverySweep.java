package org.sealpost.recovery;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Every minute: wipes what is left of requests that have ended, and an escrow key that was given out of hand. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class RecoverySweep {
    @Inject
    Lease lease;

    @Inject
    Proposals proposals;

    @Inject
    EscrowKeys escrowKeys;

    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    void look() {
        lease.ifHeld(proposals::wipeEnded);
        escrowKeys.forget();
    }
}
