package org.sealpost.resealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.audit.AuditLog;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.Act;
import org.sealpost.model.FormatCount;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.NotResealing;
import org.sealpost.model.Page;
import org.sealpost.model.Resealing;
import org.sealpost.model.ResealingRepository;
import org.sealpost.model.ResealingState;
import org.sealpost.model.StoredMessageRepository;

/** Begins, pauses and shows the runs; each call is one transaction. */
@ApplicationScoped
@Transactional
class ResealingDesk {
    /** No message takes longer: who said nothing for so long is not at it any more. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    @Inject
    ResealingRepository runs;

    @Inject
    StoredMessageRepository messages;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    CurrentSeals seals;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * From now on that work takes the turns, and nobody else's.
     *
     * @throws NoSealOfToday when nothing can be sealed to the mailbox
     * @throws CurrentKeyMissing when the keys do not open what is sealed today
     * @throws NothingToReseal when no message is due
     */
    void begin(ResealingWork work, String file) {
        MailboxId id = work.mailbox();
        // the mailbox's lock makes one run of two first starts at once
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        CurrentSeal seal = seals.of(id).orElseThrow(NoSealOfToday::new);
        if (!work.opens(seal.certificate())) {
            throw new CurrentKeyMissing(file);
        }
        Optional<Resealing> run = runs.lock(id);
        long left = messages.countWeaker(id, run.map(ResealingDesk::goesOnAfter).orElse(0L), seal.weaker());
        if (left == 0) {
            throw new NothingToReseal();
        }
        Instant now = clock.instant();
        run.ifPresentOrElse(
                known -> known.begin(work.worker(), now), () -> runs.add(new Resealing(id, work.worker(), now)));
        audit.success(
                Act.BEGIN_RESEALING,
                mailbox.label(),
                left + " to look at, to " + seal.format().displayName());
    }

    private static long goesOnAfter(Resealing run) {
        return run.state() == ResealingState.FINISHED ? 0 : run.afterId();
    }

    /** @throws NotResealing when nothing is under way */
    void pause(MailboxId id) {
        Resealing run = runs.lock(id).orElseThrow(NotResealing::new);
        run.pause(clock.instant());
        String label = mailboxes.byId(id).map(Mailbox::label).orElse(id.value());
        audit.success(Act.END_RESEALING, label, "paused: " + run.tally());
    }

    ResealingStanding standing(MailboxId id) {
        Optional<CurrentSeal> seal = seals.of(id);
        Set<EncryptionFormat> weaker = seal.map(CurrentSeal::weaker).orElse(Set.of());
        Optional<Resealing> run = runs.of(id);
        List<FormatCount> formats = messages.formats(id);
        return new ResealingStanding(
                formats.stream().mapToLong(FormatCount::messages).sum(),
                runs.countDue(id, run.map(Resealing::number).orElse(0), weaker),
                formats.stream()
                        .filter(count -> count.format() == null)
                        .mapToLong(FormatCount::messages)
                        .sum(),
                seal.map(CurrentSeal::format),
                run.map(known -> shown(known, weaker)));
    }

    private ResealingStanding.Run shown(Resealing run, Set<EncryptionFormat> weaker) {
        Instant now = clock.instant();
        boolean silent = run.state() == ResealingState.RUNNING
                && run.turnedAt().plus(SILENCE).isBefore(now);
        long left =
                run.state() == ResealingState.FINISHED ? 0 : messages.countWeaker(run.owner(), run.afterId(), weaker);
        return new ResealingStanding.Run(
                silent ? ResealingState.INTERRUPTED : run.state(),
                run.count(Resealing.Turn.DONE),
                run.count(Resealing.Turn.KEPT),
                run.count(Resealing.Turn.REFUSED),
                left,
                run.timeFor(left, now),
                run.turnedAt());
    }

    Page<RefusedRow> refused(MailboxId id, Optional<String> afterKey, int limit) {
        return runs.of(id)
                .map(run -> runs.refused(run, afterKey, limit).map(RefusedRow::of))
                .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
    }

    List<FormatCount> formats() {
        return messages.formats();
    }
}
