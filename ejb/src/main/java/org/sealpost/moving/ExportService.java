package org.sealpost.moving;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.stepup.StepUp;
import org.sealpost.transfer.SignedTransfer;
import org.sealpost.transfer.TransferKind;

/**
 * People go to another organisation. Their key histories are sealed to its escrow when enough officers agree; nothing else
 * changes until its receipt says that they have arrived, and until then the export can be given up.
 *
 * <p>What takes a number throws {@link NoSuchTransfer} when there is no such export.
 */
@Stateless
@RolesAllowed("km-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExportService {
    @Inject
    ExportDesk desk;

    @Inject
    ExportConfirmation confirmation;

    @Inject
    Approvals approvals;

    @Inject
    Directory directory;

    @Inject
    KeyRing ring;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /**
     * Asks for an export; it is sealed at once where nobody else is needed.
     *
     * @throws org.sealpost.crypto.BadEncoding when the certificate is none
     * @throws org.sealpost.pki.UnusableTransferCertificate when it is of another kind, or out of date
     * @throws org.sealpost.pki.FingerprintNotConfirmed when what was typed is not its fingerprint
     * @throws MovingToOurselves when it is our own
     * @throws org.sealpost.model.MailboxNotKnown when there is no mailbox with one of the addresses
     * @throws ExportRefused when one has no keys, or is leaving already
     */
    @StepUp
    @Audited(Act.EXPORT_MAILBOXES)
    public AskedExport export(@Valid ExportOrder order) {
        ring.requireRunning();
        TransferCertificate to = TransferCertificate.read(order.certificate(), clock.instant());
        to.fingerprint().confirm(order.fingerprint());
        if (to.issuedBy(authority(), providers)) {
            throw new MovingToOurselves();
        }
        List<MailboxId> leaving = order.addresses().stream().map(this::mailbox).toList();
        long export = desk.prepare(to, leaving, order.reason().strip());
        boolean asked = false;
        try {
            Requested requested = approvals.request(
                    SensitiveVerb.EXPORT_MAILBOXES,
                    desk.label(export),
                    Long.toString(export),
                    order.reason(),
                    order.ticket());
            asked = true;
            return new AskedExport(export, requested);
        } finally {
            if (!asked) {
                desk.discard(export);
            }
        }
    }

    private X509Certificate authority() {
        return ring.publicKeys().authority();
    }

    /** Whoever has left the directory already is found by the last address. */
    private MailboxId mailbox(String address) {
        String wanted = address.strip();
        return directory
                .byAddress(wanted)
                .filter(entry -> !entry.group())
                .map(DirectoryEntry::id)
                .orElseGet(() -> desk.departed(wanted));
    }

    /**
     * The sealed file, to be taken to the other organisation; as often as it is asked for.
     *
     * @throws ExportRefused before it is sealed, and when the export has ended
     */
    @Audited(Act.FETCH_EXPORT)
    public byte[] file(long id) {
        return desk.take(id);
    }

    /**
     * Takes the other organisation's receipt: who has arrived there with every key has moved, and the certificates are
     * revoked. Nobody else has to agree, because they agreed to that when they agreed to the export.
     *
     * @throws org.sealpost.crypto.BadEncoding when it is no receipt
     * @throws org.sealpost.transfer.TransferForged when its signature does not hold
     * @throws org.sealpost.transfer.TransferExpired when it was too long on its way
     * @throws ReceiptOfAnother when it is not of the one that the export is for
     * @throws org.sealpost.model.WrongTransferState when the export has ended
     * @throws ExportRefused when nobody moves by it
     */
    @StepUp
    @Audited(Act.CONFIRM_EXPORT)
    public Confirmed confirm(@NotNull byte[] receipt) {
        ring.requireRunning();
        return confirmation.confirm(SignedTransfer.read(receipt, TransferKind.RECEIPT, providers, clock.instant()));
    }

    /**
     * Gives an export up; who has moved stays moved.
     *
     * @throws org.sealpost.model.WrongTransferState when it has ended
     */
    @StepUp
    @Audited(Act.WITHDRAW_EXPORT)
    public void withdraw(long id) {
        desk.withdraw(id);
    }

    public ExportRow exported(long id) {
        return desk.row(id);
    }

    /** Exports, newest first. */
    public Page<ExportRow> exports(Optional<String> key, int limit) {
        return desk.page(key, limit);
    }

    /** The mailboxes of an export. */
    public Page<DepartureRow> mailboxes(long id, Optional<String> key, int limit) {
        return desk.mailboxes(id, key, limit);
    }
}
