package org.sealpost.renewal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Tells owners whose certificates run out, and gives up renewals whose owners never came back. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class RenewalSweep {
    static final Duration PATIENCE = Duration.ofDays(7);
    private static final int AT_ONCE = 200;

    @Inject
    Lease lease;

    @Inject
    Renewal renewal;

    @Inject
    ExpiryNotices notices;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "12", persistent = false)
    void giveUp() {
        lease.ifHeld(() -> untilDone(() -> renewal.giveUpBefore(clock.instant().minus(PATIENCE), AT_ONCE)));
    }

    @Schedule(hour = "*", minute = "24", persistent = false)
    void tell() {
        lease.ifHeld(() -> ExpiryNotices.SCHEDULE.forEach(days -> untilDone(() -> notices.tell(days, AT_ONCE))));
    }

    /** In transactions of bounded size. */
    private static void untilDone(IntSupplier some) {
        int done;
        do {
            done = some.getAsInt();
        } while (done == AT_ONCE);
    }
}
