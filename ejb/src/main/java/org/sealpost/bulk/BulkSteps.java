package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.TokenDesk;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRepository;
import org.sealpost.model.BulkRun;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkVerb;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationSeries;

/**
 * The turns of single mailboxes. Each turn is one transaction that changes the mailbox and its row in the run together,
 * under the row's lock: a server killed in the middle has done it or has not, and no turn comes twice.
 */
@ApplicationScoped
@Transactional
class BulkSteps {
    /** How long a token waits to be taken. */
    static final Duration KEPT = Duration.ofHours(24);

    @Inject
    BulkRepository runs;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    TokenDesk tokens;

    @Inject
    KeyRing keys;

    @Inject
    Notices notices;

    @Inject
    RevocationSeries revocations;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Runs under way, oldest first. */
    List<BulkRun> underWay() {
        return runs.underWay();
    }

    /** Whose turn comes next. */
    List<BulkItem> next(long run, int limit) {
        return runs.items(run, "", BulkItemState.WAITING, Optional.empty(), limit)
                .rows();
    }

    /**
     * One mailbox's turn.
     *
     * @param found what the directory knows of it now; empty when it is gone, or was not asked
     * @return false when the run is no longer under way
     */
    boolean take(BulkItem.Key key, Optional<DirectoryEntry> found) {
        BulkItem item = runs.lock(key).orElseThrow(() -> new NoSuchBulkRun(key.run()));
        BulkRun run = runs.byId(key.run()).orElseThrow(() -> new NoSuchBulkRun(key.run()));
        if (run.state() != BulkState.RUNNING) {
            return false;
        }
        if (item.state() == BulkItemState.WAITING) {
            Optional<BulkItemReason> against = against(run, item, found);
            against.ifPresentOrElse(why -> item.fail(clock.instant(), why), () -> carryOut(run, item, found));
        }
        return true;
    }

    /** The turn failed and was rolled back. */
    void fail(BulkItem.Key key, String code) {
        runs.lock(key)
                .filter(item -> item.state() == BulkItemState.WAITING)
                .ifPresent(item -> item.fail(clock.instant(), new BulkItemReason("failed", code)));
    }

    /** Ends the run when nobody is left. */
    void finish(long id) {
        BulkRun run = runs.lock(id).orElseThrow(() -> new NoSuchBulkRun(id));
        if (run.state() == BulkState.RUNNING && next(id, 1).isEmpty()) {
            run.move(BulkVerb.FINISH, clock.instant());
            if (run.terms().kind() == BulkKind.REVOKE) {
                revocations.publish();
            }
            audit.success(Act.STEER_BULK, run.label(), BulkVerb.FINISH + " " + runs.counts(id));
        }
    }

    /** Wipes tokens that nobody took in time. */
    void wipeOld() {
        runs.wipeOld(clock.instant());
    }

    private Optional<BulkItemReason> against(BulkRun run, BulkItem item, Optional<DirectoryEntry> found) {
        BulkKind kind = run.terms().kind();
        Optional<MailboxId> id = kind.asksDirectory() ? found.map(DirectoryEntry::id) : item.mailbox();
        if (id.isEmpty()) {
            return Optional.of(new BulkItemReason("gone", ""));
        }
        MailboxState state = mailboxes.byId(id.get()).map(Mailbox::state).orElse(MailboxState.NOT_ENABLED);
        return kind.takes(state) ? Optional.empty() : Optional.of(BulkDesk.wrong(state));
    }

    private void carryOut(BulkRun run, BulkItem item, Optional<DirectoryEntry> found) {
        switch (run.terms().kind()) {
            case ENABLE -> enable(run, item, found.orElseThrow());
            case REVOKE -> revoke(run, item);
            case REMIND -> remind(run, item, found.orElseThrow());
        }
    }

    private void revoke(BulkRun run, BulkItem item) {
        revocations.end(
                item.mailbox().orElseThrow(),
                new Revocation(
                        run.terms().cause().orElseThrow(),
                        Optional.empty(),
                        run.terms().reason()),
                run.terms().by(),
                run.label());
        item.done(clock.instant());
    }

    private void enable(BulkRun run, BulkItem item, DirectoryEntry entry) {
        keys.requireRunning();
        IssuedToken issued = tokens.enable(entry, run.terms().by());
        byte[] sealed = keys.sealToSpool(issued.token().getBytes(StandardCharsets.US_ASCII), use(item.id()));
        Instant now = clock.instant();
        item.done(now, sealed, issued.expiresAt(), now.plus(KEPT));
    }

    private void remind(BulkRun run, BulkItem item, DirectoryEntry entry) {
        notices.tell(entry.id(), Notice.renewalAsked(run.terms().reason()));
        item.done(clock.instant());
        audit.success(
                run.terms().by(), Act.REMIND, entry.address() + " (" + entry.id() + ")", run.label(), Grounds.NONE);
    }

    /** Binds a sealed token to its place: copied to another it does not open. */
    static String use(BulkItem.Key key) {
        return "bulk run " + key.run() + ' ' + key.position();
    }
}
