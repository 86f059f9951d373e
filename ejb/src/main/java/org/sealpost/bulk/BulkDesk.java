package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.approval.MootRequests;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRepository;
import org.sealpost.model.BulkRun;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkTerms;
import org.sealpost.model.BulkVerb;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;

/** Plans, steers and shows bulk runs; each call is one transaction. */
@ApplicationScoped
@Transactional
class BulkDesk {
    private static final int AT_ONCE = 500;

    @Inject
    BulkRepository runs;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    MootRequests moot;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Keeps what the dry run found: who would be taken, and who not and why. */
    long plan(BulkOrder order, List<Candidate> candidates) {
        BulkRun run = new BulkRun(new BulkTerms(
                order.kind(), order.cause(), order.choice().words(), order.reason(), caller.name(), clock.instant()));
        runs.add(run);
        Map<MailboxId, MailboxState> states = states(candidates);
        int position = 0;
        for (Candidate candidate : candidates) {
            position++;
            runs.add(item(new BulkItem.Key(run.id(), position), order.kind(), candidate, states));
        }
        audit.success(
                Act.PLAN_BULK,
                run.label(),
                order.kind() + ", " + position + " chosen: " + run.terms().chosen());
        return run.id();
    }

    /** @throws org.sealpost.model.WrongBulkState when it has been started or cancelled */
    void requirePlanned(long id) {
        runs.byId(id).orElseThrow(() -> new NoSuchBulkRun(id)).check(BulkVerb.START);
    }

    /** What approval has been given for; without an entry of its own in the log. */
    BulkRun start(long id) {
        BulkRun run = locked(id);
        run.move(BulkVerb.START, clock.instant());
        return run;
    }

    /** Pauses, resumes or cancels; nobody is asked any longer to start what is cancelled. */
    void steer(long id, BulkVerb verb) {
        if (verb == BulkVerb.CANCEL) {
            BulkKind kind = runs.kind(id).orElseThrow(() -> new NoSuchBulkRun(id));
            moot.end(kind.verb(), BulkStart.payload(id), "bulk-run-cancelled");
        }
        BulkRun run = locked(id);
        run.move(verb, clock.instant());
        if (verb == BulkVerb.CANCEL) {
            runs.leaveOut(id);
        }
        audit.success(Act.STEER_BULK, run.label(), verb.name());
    }

    BulkRunRow row(long id) {
        return row(runs.byId(id).orElseThrow(() -> new NoSuchBulkRun(id)));
    }

    Page<BulkRunRow> page(Optional<String> key, int limit) {
        return runs.page(key, limit).map(this::row);
    }

    Page<BulkItemRow> items(BulkItemQuery query) {
        return runs.items(query.run(), query.text(), query.state().orElse(null), query.key(), query.limit())
                .map(BulkItemRow::of);
    }

    private BulkRunRow row(BulkRun run) {
        return new BulkRunRow(
                run.id(),
                run.terms(),
                run.state(),
                run.changedAt(),
                runs.counts(run.id()),
                runs.countTokens(run.id()),
                run.state() == BulkState.RUNNING ? pace(run) : Optional.empty());
    }

    private Optional<BulkPace> pace(BulkRun run) {
        Instant now = clock.instant();
        Instant back = now.minus(BulkPace.WINDOW);
        Instant since = run.changedAt().isAfter(back) ? run.changedAt() : back;
        return BulkPace.of(runs.turnsSince(run.id(), since), Duration.between(since, now));
    }

    private BulkRun locked(long id) {
        return runs.lock(id).orElseThrow(() -> new NoSuchBulkRun(id));
    }

    private Map<MailboxId, MailboxState> states(List<Candidate> candidates) {
        List<MailboxId> ids = candidates.stream()
                .flatMap(candidate -> candidate.id().stream())
                .toList();
        Map<MailboxId, MailboxState> states = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            for (Mailbox mailbox : mailboxes
                    .byIds(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .values()) {
                states.put(mailbox.id(), mailbox.state());
            }
        }
        return states;
    }

    private static BulkItem item(
            BulkItem.Key key, BulkKind kind, Candidate candidate, Map<MailboxId, MailboxState> states) {
        Optional<BulkItemReason> against = candidate
                .id()
                .map(id -> states.getOrDefault(id, MailboxState.NOT_ENABLED))
                .filter(state -> !kind.takes(state))
                .map(BulkDesk::wrong)
                .or(candidate::against);
        if (against.isPresent()) {
            return BulkItem.skipped(key, candidate.address(), candidate.name(), against.get());
        }
        MailboxId id = candidate.id().orElseThrow();
        return new BulkItem(key.run(), key.position(), id, candidate.address(), candidate.name());
    }

    /** What speaks against a mailbox in that state. */
    static BulkItemReason wrong(MailboxState state) {
        return new BulkItemReason("state", state.name());
    }

    /** How many would be taken. */
    long waiting(long id) {
        return runs.counts(id).getOrDefault(BulkItemState.WAITING, 0L);
    }
}
