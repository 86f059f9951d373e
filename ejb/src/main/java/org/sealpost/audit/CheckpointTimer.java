package org.sealpost.audit;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lease.Lease;

/** Has late entries written and checkpoints signed in time, and a last one before the server ends: it goes before what wipes the keys. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class CheckpointTimer {
    @Inject
    Lease lease;

    @Inject
    LateEntries late;

    @Inject
    Checkpoints checkpoints;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        late.write();
        lease.ifHeld(checkpoints::signIfDue);
    }

    @PreDestroy
    void end() {
        checkpoints.sign();
    }
}
