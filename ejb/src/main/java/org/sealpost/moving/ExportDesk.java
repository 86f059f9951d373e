package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sealpost.approval.MootRequests;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.model.Act;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.ExportRepository;
import org.sealpost.model.ExportState;
import org.sealpost.model.ExportVerb;
import org.sealpost.model.ExportedMailbox;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxExport;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.transfer.MovedMailbox;

/** The steps of an export; each call is one transaction. All throw {@link NoSuchTransfer} for a number that there is not. */
@ApplicationScoped
@Transactional
class ExportDesk {
    @Inject
    ExportRepository exports;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    MootRequests moot;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Writes down who is to go; each once.
     *
     * @return number of the export
     * @throws MailboxNotKnown when Advanced Security was never enabled for one of them
     * @throws ExportRefused when one has no keys or too many, or is leaving already
     */
    long prepare(TransferCertificate to, List<MailboxId> leaving, String reason) {
        String number = UUID.randomUUID().toString();
        MailboxExport export = new MailboxExport(number, to, reason, caller.name(), clock.instant());
        exports.add(export);
        leaving.stream().distinct().forEach(id -> add(export, id));
        return export.id();
    }

    private void add(MailboxExport export, MailboxId id) {
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        int count = keys.history(id).size();
        if (count == 0) {
            throw ExportRefused.noKeys(mailbox.address());
        }
        if (count > MovedMailbox.MOST_KEYS) {
            throw ExportRefused.tooManyKeys(mailbox.address(), MovedMailbox.MOST_KEYS);
        }
        exports.leavingWith(id).ifPresent(other -> {
            throw ExportRefused.leaving(mailbox.address(), other);
        });
        exports.add(new ExportedMailbox(export.id(), mailbox, count));
    }

    /** The mailbox that had that address last. @throws MailboxNotKnown when there is none, or more than one */
    MailboxId departed(String address) {
        List<Mailbox> found = mailboxes.byAddress(address);
        if (found.size() != 1) {
            throw new MailboxNotKnown(address);
        }
        return found.get(0).id();
    }

    /** It was not asked for after all. */
    void discard(long id) {
        exports.lock(id).filter(export -> export.state() == ExportState.ASKED).ifPresent(exports::remove);
    }

    /** The sealed file. @throws ExportRefused unless it is there */
    byte[] take(long id) {
        MailboxExport export = found(id);
        byte[] content = exports.content(id).orElseThrow(() -> ExportRefused.notSealed(id));
        audit.success(Act.FETCH_EXPORT, export.label(), content.length + " bytes");
        return content;
    }

    /** Gives it up. @throws org.sealpost.model.WrongTransferState when it has ended */
    void withdraw(long id) {
        moot.end(SensitiveVerb.EXPORT_MAILBOXES, Long.toString(id), "export-withdrawn");
        MailboxExport export = exports.lock(id).orElseThrow(() -> NoSuchTransfer.ofExport(id));
        ExportState before = export.state();
        export.move(ExportVerb.WITHDRAW, clock.instant());
        exports.forget(id);
        audit.success(Act.WITHDRAW_EXPORT, export.label(), "was " + before);
    }

    String label(long id) {
        return found(id).label();
    }

    ExportRow row(long id) {
        return ExportRow.of(found(id));
    }

    Page<ExportRow> page(Optional<String> key, int limit) {
        return exports.page(key, limit).map(ExportRow::of);
    }

    Page<DepartureRow> mailboxes(long id, Optional<String> key, int limit) {
        found(id);
        return exports.mailboxes(id, key, limit).map(DepartureRow::of);
    }

    private MailboxExport found(long id) {
        return exports.byId(id).orElseThrow(() -> NoSuchTransfer.ofExport(id));
    }
}
