package org.sealpost.bulk;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/**
 * Sets bulk runs going: those just started, and those that a pause, a stopped Key Manager or a crash interrupted. The
 * work itself has a thread of its own, so that the timer is never late.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class BulkSweep {
    @Resource
    ManagedExecutorService executor;

    @Inject
    Lease lease;

    @Inject
    BulkRunner runner;

    @Inject
    BulkSteps steps;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        lease.ifHeld(this::begin);
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void wipe() {
        lease.ifHeld(steps::wipeOld);
    }

    private void begin() {
        if (runner.idle()) {
            executor.execute(runner::work);
        }
    }
}
