package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.approval.MootRequests;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.model.Act;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.ImportRepository;
import org.sealpost.model.ImportState;
import org.sealpost.model.ImportVerb;
import org.sealpost.model.ImportedMailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxImport;
import org.sealpost.model.OfferedCertificate;
import org.sealpost.model.OfferedCertificateRepository;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.pki.Fingerprint;
import org.sealpost.transfer.SignedTransfer;
import org.sealpost.transfer.TransferFile;
import org.sealpost.transfer.TransferReceipt;
import org.sealpost.transfer.TransferReceipt.Arrived;

/** The steps of an import; each call is one transaction. All throw {@link NoSuchTransfer} for a number that there is not. */
@ApplicationScoped
@Transactional
class ImportDesk {
    private static final int AT_ONCE = 100;

    @Inject
    ImportRepository imports;

    @Inject
    OfferedCertificateRepository offers;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    Arrivals arrivals;

    @Inject
    TransferSigner signer;

    @Inject
    Providers providers;

    @Inject
    MootRequests moot;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * The dry run: keeps the file, and what was found of everybody.
     *
     * @param message the file as it came
     * @param people who of the file's mailboxes are in the directory, by id
     * @return number of the import
     * @throws ImportRefused when the file is for another Key Manager, or sealed to a key that is no more
     */
    long look(SignedTransfer signed, byte[] message, Map<MailboxId, DirectoryEntry> people) {
        TransferFile file = TransferFile.of(signed);
        int version = version(file.recipient(), file);
        MailboxImport looked =
                new MailboxImport(file, Fingerprint.of(signed.authority()), caller.name(), clock.instant());
        imports.add(looked);
        imports.keep(looked.id(), message);
        int position = 0;
        int taken = 0;
        for (Arrivals.Found one : arrivals.look(file, version, people::containsKey)) {
            MailboxId id = new MailboxId(one.moved().id());
            String address = Optional.ofNullable(people.get(id))
                    .map(DirectoryEntry::address)
                    .orElse(one.moved().address());
            position++;
            taken += one.state().taken() ? 1 : 0;
            imports.add(new ImportedMailbox(
                    new ImportedMailbox.Key(looked.id(), position),
                    id,
                    address,
                    one.state(),
                    one.moved().keys().size()));
        }
        audit.success(
                Act.LOOK_AT_IMPORT,
                looked.label(),
                "of " + looked.authority() + ", " + taken + " of " + position + " mailboxes can be taken in");
        return looked.id();
    }

    private int version(Fingerprint recipient, TransferFile file) {
        int version = offers.byFingerprint(recipient)
                .map(OfferedCertificate::escrowVersion)
                .orElseThrow(ImportRefused::forAnother);
        if (!escrowKeys.canOpen(version)) {
            throw ImportRefused.outdated(file.sealedAt());
        }
        return version;
    }

    /** Gives it up before anybody is taken in. @throws org.sealpost.model.WrongTransferState afterwards */
    void drop(long id) {
        moot.end(SensitiveVerb.IMPORT_MAILBOXES, Long.toString(id), "import-dropped");
        MailboxImport dropped = imports.lock(id).orElseThrow(() -> NoSuchTransfer.ofImport(id));
        dropped.move(ImportVerb.DROP, clock.instant());
        imports.forget(id);
        audit.success(Act.DROP_IMPORT, dropped.label(), "");
    }

    /** Those that nobody has taken in for so long that their signatures count no more; some of them, oldest first. */
    List<Long> overdue() {
        return imports.overdue(clock.instant().minus(TransferSigner.VALID), AT_ONCE).stream()
                .map(MailboxImport::id)
                .toList();
    }

    /** Throws the file of one of them away; somebody may have given it up meanwhile. */
    void expire(long id) {
        moot.end(SensitiveVerb.IMPORT_MAILBOXES, Long.toString(id), "import-expired");
        imports.lock(id).filter(one -> one.state() == ImportState.LOOKED).ifPresent(one -> {
            one.move(ImportVerb.DROP, clock.instant());
            imports.forget(id);
            audit.success(
                    Act.DROP_IMPORT, one.label(), "not taken in within " + TransferSigner.VALID.toDays() + " days");
        });
    }

    /**
     * Signs for those who are here: each of their keys in escrow has been opened here once.
     *
     * @throws ImportRefused when nobody of the file is
     */
    byte[] receipt(long id) {
        MailboxImport taken = found(id);
        List<Arrived> arrived = imports.mailboxes(id).stream()
                .filter(one -> one.state().here())
                .map(one -> new Arrived(one.mailbox().value(), serials(one.mailbox())))
                .toList();
        if (arrived.isEmpty()) {
            throw ImportRefused.nobodyArrived(id);
        }
        TransferReceipt receipt = new TransferReceipt(taken.number(), taken.recipient(), clock.instant(), arrived);
        byte[] signed = signer.sign((key, authority) -> receipt.sign(key, authority, providers));
        audit.success(Act.SIGN_RECEIPT, taken.label(), arrived.size() + " mailboxes");
        return signed;
    }

    private List<String> serials(MailboxId mailbox) {
        return keys.history(mailbox).stream().map(key -> key.serial().value()).toList();
    }

    ImportRow row(long id) {
        return ImportRow.of(found(id));
    }

    String label(long id) {
        return found(id).label();
    }

    Page<ImportRow> page(Optional<String> key, int limit) {
        return imports.page(key, limit).map(ImportRow::of);
    }

    Page<ArrivalRow> mailboxes(long id, Optional<String> key, int limit) {
        found(id);
        return imports.mailboxes(id, key, limit).map(ArrivalRow::of);
    }

    private MailboxImport found(long id) {
        return imports.byId(id).orElseThrow(() -> NoSuchTransfer.ofImport(id));
    }
}
