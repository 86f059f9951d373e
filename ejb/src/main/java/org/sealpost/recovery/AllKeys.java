package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.MailboxId;

/**
 * An officer's call on a request that concerns all keys: contributing to each before the yes or, with the last yes, opening
 * each after it. Either goes in steps, within the call, because the share must not outlive it. One such call at a time.
 */
@ApplicationScoped
class AllKeys {
    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    ContributingSteps steps;

    @Inject
    Contributing contributing;

    @Inject
    Rounds rounds;

    /** Whether a request concerns all keys. */
    boolean concern(long request) {
        return steps.onAllKeys(request);
    }

    /**
     * Does the work of one call.
     *
     * @throws OfficerAtWork while that of another one goes on
     */
    <T> T alone(Supplier<T> work) {
        if (!running.compareAndSet(false, true)) {
            throw new OfficerAtWork();
        }
        try {
            return work.get();
        } finally {
            running.set(false);
        }
    }

    /** As {@link #alone(Supplier)}. */
    void alone(Runnable work) {
        alone(() -> {
            work.run();
            return true;
        });
    }

    /** Contributes to every key, before a yes that is not the last one. */
    void contribute(long request, MailboxId officer, SecurityFile file) {
        steps.begin(request, officer);
        Optional<String> last = Optional.of("");
        while (last.isPresent()) {
            last = steps.next(request, officer, file, last.get());
        }
    }

    /** Opens every key, after the last yes; nothing after another one. */
    void open(long request, MailboxId officer, SecurityFile file) {
        rounds.ifAsked(request, giver(officer, file));
    }

    /** Goes on with moving the keys; throws as {@link RecoveryService#goOn}. */
    void goOnMoving(MailboxId officer, SecurityFile file) {
        rounds.goOnMoving(giver(officer, file));
    }

    /** Goes on with a drill; throws as {@link RecoveryService#goOnDrilling}. */
    void goOnDrilling(MailboxId officer, SecurityFile file) {
        rounds.goOnDrilling(giver(officer, file));
    }

    private Giver giver(MailboxId officer, SecurityFile file) {
        return (request, keys) -> contributing.give(request, officer, file, keys);
    }
}
