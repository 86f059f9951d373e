package org.sealpost.moving;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.stepup.StepUp;
import org.sealpost.transfer.MovedMailbox;
import org.sealpost.transfer.SignedTransfer;
import org.sealpost.transfer.TransferFile;
import org.sealpost.transfer.TransferKind;

/**
 * People come from another organisation. The other one gets our transfer certificate and tells its authority's fingerprint
 * over another way; its file is tried dry, taken in when enough people agree, and answered by a receipt.
 *
 * <p>What takes a number throws {@link NoSuchTransfer} when there is no such import.
 */
@Stateless
@RolesAllowed("km-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportService {
    @Inject
    TransferOffers offers;

    @Inject
    ImportDesk desk;

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

    /** The certificate that other organisations seal to; made anew when there is none that is good for two weeks yet. */
    @Audited(Act.OFFER_TRANSFER)
    public TransferCertificate offer() {
        ring.requireRunning();
        return offers.offer();
    }

    /**
     * The dry run: checks a file and says of everybody in it what would become of them.
     *
     * @param fingerprint of the other organisation's authority, as it was told over another way
     * @return number of the import
     * @throws org.sealpost.crypto.BadEncoding when it is no such file
     * @throws org.sealpost.transfer.TransferForged when the signature does not hold
     * @throws org.sealpost.transfer.TransferExpired when it was too long on its way
     * @throws org.sealpost.pki.FingerprintNotConfirmed when what was typed is not its authority's
     * @throws MovingToOurselves when it is our own
     * @throws ImportRefused when it is for another Key Manager, or sealed to a key that is no more
     */
    @Audited(Act.LOOK_AT_IMPORT)
    public long look(@NotNull byte[] file, @NotBlank @Size(max = 200) String fingerprint) {
        ring.requireRunning();
        SignedTransfer signed = SignedTransfer.read(file, TransferKind.KEYS, providers, clock.instant());
        Fingerprint.of(signed.authority()).confirm(fingerprint);
        if (signed.authority().equals(ring.publicKeys().authority())) {
            throw new MovingToOurselves();
        }
        Map<MailboxId, DirectoryEntry> people = new HashMap<>();
        for (MovedMailbox moved : TransferFile.of(signed).mailboxes()) {
            MailboxId id = new MailboxId(moved.id());
            directory
                    .byId(id)
                    .filter(entry -> !entry.group() && entry.id().equals(id))
                    .ifPresent(entry -> people.put(id, entry));
        }
        return desk.look(signed, file, people);
    }

    /**
     * Takes in whoever can be, or asks others first. Officers open each key once.
     *
     * @param ticket number of a ticket; may be empty unless the policy asks for it
     * @throws ImportRefused when there is nobody
     * @throws org.sealpost.model.WrongTransferState when that was done, or the import given up
     */
    @StepUp
    @Audited(Act.IMPORT_MAILBOXES)
    public Requested takeIn(
            long id,
            @NotNull @Size(max = ApprovalTerms.MAX_REASON) String reason,
            @NotNull @Size(max = ApprovalTerms.MAX_TICKET) String ticket) {
        ring.requireRunning();
        return approvals.request(SensitiveVerb.IMPORT_MAILBOXES, desk.label(id), Long.toString(id), reason, ticket);
    }

    /**
     * What the other organisation needs to know that its people are here; as often as it is asked for.
     *
     * @throws ImportRefused when none of them is
     */
    @Audited(Act.SIGN_RECEIPT)
    public byte[] receipt(long id) {
        ring.requireRunning();
        return desk.receipt(id);
    }

    /** Gives an import up before anybody is taken in. */
    @Audited(Act.DROP_IMPORT)
    public void drop(long id) {
        desk.drop(id);
    }

    public ImportRow imported(long id) {
        return desk.row(id);
    }

    /** Imports, newest first. */
    public Page<ImportRow> imports(Optional<String> key, int limit) {
        return desk.page(key, limit);
    }

    /** The mailboxes of an import, in the order of the file. */
    public Page<ArrivalRow> mailboxes(long id, Optional<String> key, int limit) {
        return desk.mailboxes(id, key, limit);
    }
}
