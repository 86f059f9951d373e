package org.sealpost.trust;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Looks every quarter of an hour whose revocation list is to be fetched. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class ListRefreshTimer {
    @Inject
    Lease lease;

    @Inject
    ListRefresh lists;

    @Schedule(hour = "*", minute = "*/15", second = "45", persistent = false)
    void look() {
        lease.ifHeld(lists::refresh);
    }
}
