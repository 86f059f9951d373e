package org.sealpost.lock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The second hand of {@link Succession}. It counts time as it passes, not by the clock on the wall as EJB timers do: a
 * clock that is set back by an hour would silence the holder for an hour.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class LeaseTimer {
    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Succession succession;

    private @Nullable ScheduledFuture<?> ticking;

    @PostConstruct
    void begin() {
        ticking = executor.scheduleWithFixedDelay(succession::tick, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
