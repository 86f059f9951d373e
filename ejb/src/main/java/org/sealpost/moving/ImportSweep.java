package org.sealpost.moving;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/**
 * Every hour: gives up the imports that were looked at and left. Once the signature of a file counts no more it cannot be
 * taken in, and other people's keys, sealed as they are, have no reason to stay.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class ImportSweep {
    @Inject
    Lease lease;

    @Inject
    ImportDesk desk;

    @Schedule(hour = "*", minute = "36", persistent = false)
    void look() {
        lease.ifHeld(() -> desk.overdue().forEach(desk::expire));
    }
}
