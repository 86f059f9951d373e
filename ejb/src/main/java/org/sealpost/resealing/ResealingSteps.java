package org.sealpost.resealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.Resealing;
import org.sealpost.model.ResealingRepository;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;

/**
 * The turns of single messages. Each is one transaction that changes the message and the run together, under the run's
 * lock: a server killed in the middle has done it or has not, and no message has two turns.
 */
@ApplicationScoped
@Transactional
class ResealingSteps {
    @Inject
    ResealingRepository runs;

    @Inject
    StoredMessageRepository messages;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    CurrentSeals seals;

    @Inject
    NewEnvelope envelope;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * The next message's turn.
     *
     * @return false when there is none any more, or not for this worker
     * @throws org.sealpost.protocol.SealpostException when the message is to be left as it is: {@link #refuse}
     * @throws jakarta.persistence.OptimisticLockException when it was deleted or marked meanwhile
     */
    boolean turn(ResealingWork work) {
        Optional<Resealing> mine = mine(work);
        if (mine.isEmpty()) {
            return false;
        }
        Resealing run = mine.get();
        Optional<CurrentSeal> seal = seals.of(work.mailbox()).filter(now -> work.opens(now.certificate()));
        if (seal.isEmpty()) {
            interrupt(run, work);
            return false;
        }
        Optional<StoredMessage> next =
                messages.nextWeaker(work.mailbox(), run.afterId(), seal.get().weaker());
        if (next.isEmpty()) {
            run.finish(clock.instant());
            record(run, work, "finished");
            return false;
        }
        take(run, next.get(), seal.get(), work);
        return true;
    }

    private void take(Resealing run, StoredMessage message, CurrentSeal seal, ResealingWork work) {
        work.turnOf(message.id());
        boolean done = envelope.put(message, work.keys(), seal);
        run.took(message.id(), done ? Resealing.Turn.DONE : Resealing.Turn.KEPT, clock.instant());
    }

    /** The message's turn failed and was rolled back: says why, and goes past it. */
    void refuse(ResealingWork work, String code, List<Object> arguments) {
        mine(work).ifPresent(run -> {
            long message = work.message();
            if (messages.byId(work.mailbox(), message).isPresent()) {
                runs.refuse(run, message, code, arguments);
            }
            run.took(message, Resealing.Turn.REFUSED, clock.instant());
        });
    }

    /** The keys are put away in the middle. */
    void interrupt(ResealingWork work) {
        mine(work).ifPresent(run -> interrupt(run, work));
    }

    private void interrupt(Resealing run, ResealingWork work) {
        run.interrupt(clock.instant());
        record(run, work, "interrupted");
    }

    private Optional<Resealing> mine(ResealingWork work) {
        return runs.lock(work.mailbox()).filter(run -> run.isWorkOf(work.worker()));
    }

    private void record(Resealing run, ResealingWork work, String how) {
        audit.success(work.login(), Act.END_RESEALING, label(work.mailbox()), how + ": " + run.tally(), Grounds.NONE);
    }

    private String label(MailboxId mailbox) {
        return mailboxes.byId(mailbox).map(Mailbox::label).orElse(mailbox.value());
    }
}
