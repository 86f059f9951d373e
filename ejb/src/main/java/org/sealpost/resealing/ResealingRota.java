package org.sealpost.resealing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.Unavailable;

/**
 * Mailboxes whose owners have begun, a while for each in turn: however many there are, two threads of a server do it, so
 * that mail goes on meanwhile. What waits here holds keys, in memory alone, and is closed as soon as it has nothing to do.
 */
@ApplicationScoped
class ResealingRota {
    private static final System.Logger LOG = System.getLogger(ResealingRota.class.getName());
    private static final int THREADS = 2;
    private static final Duration WHILE = Duration.ofSeconds(1);

    @Inject
    ResealingSteps steps;

    @Inject
    Clock clock;

    private final Queue<ResealingWork> waiting = new ArrayDeque<>();
    private int threads;

    /**
     * Begins; from now on the work is closed here, unless this fails.
     *
     * @param executor gives a thread when none is free
     */
    void add(ResealingWork work, Executor executor) {
        synchronized (waiting) {
            waiting.add(work);
            if (threads == THREADS) {
                return;
            }
            threads++;
        }
        try {
            executor.execute(this::rounds);
        } catch (RejectedExecutionException e) {
            synchronized (waiting) {
                threads--;
                waiting.remove(work);
            }
            throw e;
        }
    }

    private void rounds() {
        for (Optional<ResealingWork> work = next(); work.isPresent(); work = next()) {
            if (goesOn(work.get())) {
                synchronized (waiting) {
                    waiting.add(work.get());
                }
            } else {
                work.get().close();
            }
        }
    }

    private Optional<ResealingWork> next() {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                threads--;
            }
            return Optional.ofNullable(waiting.poll());
        }
    }

    /** Never throws: the others' turns must come. A run that fails here says it is running until its owner begins again. */
    @SuppressWarnings("IllegalCatch") // whatever it is, the others' turns must come
    private boolean goesOn(ResealingWork work) {
        try {
            return aWhile(work);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Re-encrypting stored mail has stopped: {0}", e.toString());
            return false;
        }
    }

    private boolean aWhile(ResealingWork work) {
        Instant end = clock.instant().plus(WHILE);
        while (clock.instant().isBefore(end)) {
            if (!work.mayGoOn(clock.instant())) {
                steps.interrupt(work);
                return false;
            }
            if (!turn(work)) {
                return false;
            }
        }
        return true;
    }

    private boolean turn(ResealingWork work) {
        try {
            return steps.turn(work);
        } catch (OptimisticLockException e) {
            if (!work.mayTryAgain()) {
                steps.refuse(work, "changed-meanwhile", List.of());
            }
            return true;
        } catch (Unavailable e) {
            steps.interrupt(work);
            return false;
        } catch (SealpostException e) {
            steps.refuse(work, e.code(), e.arguments());
            return true;
        }
    }

    /** The server stops: the keys are wiped, and the runs go on when their owners begin again. */
    @PreDestroy
    void stop() {
        synchronized (waiting) {
            waiting.forEach(ResealingWork::close);
            waiting.clear();
        }
    }
}
