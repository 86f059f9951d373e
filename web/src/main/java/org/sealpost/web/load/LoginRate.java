package org.sealpost.web.load;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sealpost.settings.RequestConfiguration;

/** How often one login may use the interface for programs: a quarter of a minute's requests at once, then evenly. */
@ApplicationScoped
class LoginRate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BURSTS = 4;

    @Inject
    RequestConfiguration configuration;

    @Inject
    Clock clock;

    private @Nullable Pace pace;

    @PostConstruct
    void start() {
        int perMinute = configuration.perMinute();
        pace = perMinute == 0 ? null : new Pace(Math.max(1, perMinute / BURSTS), MINUTE.dividedBy(perMinute));
    }

    /** How long the caller has to wait; zero when the request may go on, and counts then. */
    Duration delay(String caller) {
        return pace == null ? Duration.ZERO : pace.take(caller, clock.instant());
    }
}
