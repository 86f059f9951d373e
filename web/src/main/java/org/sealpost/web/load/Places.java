package org.sealpost.web.load;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sealpost.settings.RequestConfiguration;

/**
 * Where requests of programs are worked on. When every place is taken, twice as many wait, each for a moment; whoever
 * comes then is turned away. One caller never has more than half of all that.
 */
@ApplicationScoped
class Places {
    private static final int WAITING = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    RequestConfiguration configuration;

    private final Map<String, Integer> callers = new HashMap<>();
    private Semaphore free = new Semaphore(0);
    private int room;
    private int inside;

    /** How long somebody waits for a place. */
    Duration patience = PATIENCE;

    @PostConstruct
    void start() {
        free = new Semaphore(configuration.atOnce(), true);
        room = configuration.atOnce() * (1 + WAITING);
    }

    /** What became of a request. */
    enum Entry {
        /** It has a place, and has to {@link #leave} it. */
        ADMITTED,
        /** Too much is going on; it was not let in. */
        BUSY,
        /** Its caller has too much going on; it was not let in. */
        OVER_SHARE
    }

    /** Takes a place for the caller, or waits a moment for one. */
    Entry enter(String caller) {
        Entry entry = join(caller);
        if (entry != Entry.ADMITTED) {
            return entry;
        }
        try {
            if (free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Entry.ADMITTED;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        part(caller);
        return Entry.BUSY;
    }

    /** Gives the place back. */
    void leave(String caller) {
        free.release();
        part(caller);
    }

    private synchronized Entry join(String caller) {
        int own = callers.getOrDefault(caller, 0);
        if (inside >= room) {
            return Entry.BUSY;
        }
        if (own >= Math.max(1, room / 2)) {
            return Entry.OVER_SHARE;
        }
        callers.put(caller, own + 1);
        inside++;
        return Entry.ADMITTED;
    }

    private synchronized void part(String caller) {
        callers.computeIfPresent(caller, (name, own) -> own == 1 ? null : own - 1);
        inside--;
    }
}
