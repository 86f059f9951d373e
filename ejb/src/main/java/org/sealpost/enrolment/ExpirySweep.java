package org.sealpost.enrolment;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Marks mailboxes whose certificates ran out, some hundred in a minute. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class ExpirySweep {
    private static final int AT_ONCE = 200;

    @Inject
    Lease lease;

    @Inject
    MailboxStates states;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void look() {
        lease.ifHeld(() -> states.expire(AT_ONCE));
    }
}
