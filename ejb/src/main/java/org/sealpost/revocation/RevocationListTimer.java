package org.sealpost.revocation;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;
import org.sealpost.settings.Migrations;

/** Looks often whether the revocation list is due, so that the first one is there soon after the Key Manager runs. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class RevocationListTimer {
    @Inject
    RevocationLists lists;

    @Inject
    KeyRing ring;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        if (ring.state() == KeyManagerState.RUNNING) {
            lists.signWhenDue();
        }
    }
}
