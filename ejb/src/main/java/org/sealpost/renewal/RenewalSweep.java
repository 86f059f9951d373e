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
import org.sealpost.settings.Migrations;

/** Gives up renewals whose owners never came back: their certificates go on the revocation list. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class RenewalSweep {
    static final Duration PATIENCE = Duration.ofDays(7);
    private static final int AT_ONCE = 200;

    @Inject
    Renewal renewal;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "12", persistent = false)
    void look() {
        int given;
        do {
            given = renewal.giveUpBefore(clock.instant().minus(PATIENCE), AT_ONCE);
        } while (given == AT_ONCE);
    }
}
