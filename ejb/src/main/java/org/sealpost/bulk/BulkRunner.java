package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryAnswerRefused;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRun;
import org.sealpost.model.MailboxId;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.Unavailable;

/**
 * Goes through runs under way, mailbox by mailbox. It keeps nothing in memory: whoever begins anew, after a pause or a
 * crash, finds in the database whose turn is next. The directory is asked before each turn's transaction.
 */
@ApplicationScoped
class BulkRunner {
    private static final int AT_ONCE = 200;

    @Inject
    BulkSteps steps;

    @Inject
    Directory directory;

    @Inject
    KeyRing keys;

    private final AtomicBoolean busy = new AtomicBoolean();

    /** Whether there is something to do and nobody is at it. */
    boolean idle() {
        return !busy.get()
                && keys.state() == KeyManagerState.RUNNING
                && !steps.underWay().isEmpty();
    }

    /** Works until nothing is left to do, or the Key Manager or the directory fails; one thread at a time. */
    void work() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (BulkRun run : steps.underWay()) {
                if (!through(run)) {
                    return;
                }
                steps.finish(run.id());
            }
        } finally {
            busy.set(false);
        }
    }

    /** @return false when it has to wait for something */
    private boolean through(BulkRun run) {
        List<BulkItem> next = steps.next(run.id(), AT_ONCE);
        while (!next.isEmpty()) {
            for (BulkItem item : next) {
                Turn turn = turn(run.terms().kind(), item);
                if (turn != Turn.TAKEN) {
                    return turn == Turn.ENDED;
                }
            }
            next = steps.next(run.id(), AT_ONCE);
        }
        return true;
    }

    private Turn turn(BulkKind kind, BulkItem item) {
        if (keys.state() != KeyManagerState.RUNNING) {
            return Turn.WAITS;
        }
        try {
            Optional<DirectoryEntry> found =
                    item.mailbox().filter(id -> kind.asksDirectory()).flatMap(this::find);
            return steps.take(item.id(), found) ? Turn.TAKEN : Turn.ENDED;
        } catch (Unavailable e) {
            return Turn.WAITS;
        } catch (SealpostException e) {
            steps.fail(item.id(), e.code());
            return Turn.TAKEN;
        }
    }

    private Optional<DirectoryEntry> find(MailboxId id) {
        try {
            return directory.byId(id).filter(entry -> !entry.group());
        } catch (DirectoryAnswerRefused e) {
            return Optional.empty();
        }
    }

    private enum Turn {
        /** It had its turn. */
        TAKEN,
        /** Somebody paused or cancelled the run. */
        ENDED,
        /** Something does not answer; later it will. */
        WAITS
    }
}
