package org.sealpost.enrolment;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.sealpost.lease.Lease;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.settings.Migrations;

/** Forgets the sealed form of tokens an hour after they ran out: until then a program is told that it comes too late. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
public class TokenSweep {
    private static final Duration KEPT = Duration.ofHours(1);

    @Inject
    Lease lease;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "18", persistent = false)
    void forget() {
        lease.ifHeld(() -> tokens.forgetSealed(clock.instant().minus(KEPT)));
    }
}
