package org.sealpost.approval;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Ends requests whose time is over, some hundred in a minute. Until then they cannot be approved any more anyway. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class ApprovalSweep {
    private static final int AT_ONCE = 200;

    @Inject
    Lease lease;

    @Inject
    ApprovalReader reader;

    @Inject
    ApprovalDesk desk;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "15", persistent = false)
    void look() {
        lease.ifHeld(() -> reader.overdue(clock.instant(), AT_ONCE).forEach(desk::expire));
    }
}
