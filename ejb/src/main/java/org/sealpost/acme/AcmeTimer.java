package org.sealpost.acme;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.sealpost.lease.Lease;
import org.sealpost.settings.AcmeConfiguration;
import org.sealpost.settings.Migrations;

/** What ACME does by itself: mail every few seconds, notices every hour, and tidying up. Where it is switched off, only the tidying up. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class AcmeTimer {
    private static final int AT_ONCE = 100;

    /** For how long what came to nothing can still be asked about. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    @Inject
    Lease lease;

    /** Made when the server starts: one that is wrong stops it there, and not the first who writes to a partner. */
    @Inject
    AcmeConfiguration configuration;

    @Inject
    MailTurn mail;

    @Inject
    ExpiryTurn notices;

    @Inject
    Answers answers;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void mail() {
        if (configuration.service().isPresent()) {
            lease.ifHeld(mail::work);
        }
    }

    @Schedule(hour = "*", minute = "36", second = "15", persistent = false)
    void tell() {
        if (configuration.service().isPresent()) {
            lease.ifHeld(notices::work);
        }
    }

    @Schedule(hour = "*", minute = "*/10", second = "25", persistent = false)
    void tidyUp() {
        lease.ifHeld(this::sweep);
    }

    private void sweep() {
        int done;
        do {
            done = answers.sweep(clock.instant().minus(REMEMBERED), AT_ONCE);
        } while (done >= AT_ONCE);
    }
}
