package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Providers;
import org.sealpost.model.Act;
import org.sealpost.model.DepartureState;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.ExportRepository;
import org.sealpost.model.ExportVerb;
import org.sealpost.model.ExportedMailbox;
import org.sealpost.model.MailboxExport;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxVerb;
import org.sealpost.model.RevocationCause;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationSeries;
import org.sealpost.transfer.SignedTransfer;
import org.sealpost.transfer.TransferReceipt;

/**
 * The transaction of a receipt: whoever has arrived with every key that there is has moved, and the certificates are
 * revoked. The history stays in escrow here too, because nothing in this house takes a key out of escrow.
 */
@ApplicationScoped
@Transactional
class ExportConfirmation {
    @Inject
    ExportRepository exports;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    RevocationSeries revocations;

    @Inject
    Providers providers;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Takes a receipt whose signature was checked.
     *
     * @throws NoSuchTransfer when it is for none of our exports
     * @throws ReceiptOfAnother when another Key Manager signed it than the one that the export is for
     * @throws org.sealpost.model.WrongTransferState when the export was withdrawn or has ended
     * @throws ExportRefused when nobody moves by it
     */
    Confirmed confirm(SignedTransfer signed) {
        TransferReceipt receipt = TransferReceipt.of(signed);
        MailboxExport export =
                exports.lock(receipt.number()).orElseThrow(() -> NoSuchTransfer.ofExport(receipt.number()));
        if (!export.recipient().issuedBy(signed.authority(), providers)
                || !export.recipient().fingerprint().equals(receipt.recipient())) {
            throw new ReceiptOfAnother();
        }
        export.check(ExportVerb.CONFIRM);
        Confirmed confirmed = judged(export, receipt);
        if (confirmed.moved().isEmpty()) {
            throw ExportRefused.nothingConfirmed(export.id());
        }
        if (exports.mailboxes(export.id()).stream().allMatch(one -> one.state() == DepartureState.MOVED)) {
            export.move(ExportVerb.CONFIRM, clock.instant());
            exports.forget(export.id());
        }
        revocations.publish();
        audit.success(
                Act.CONFIRM_EXPORT,
                export.label(),
                confirmed.moved().size() + " moved, " + confirmed.missing().size() + " not arrived, "
                        + confirmed.grown().size() + " with further keys");
        return confirmed;
    }

    private Confirmed judged(MailboxExport export, TransferReceipt receipt) {
        Map<String, Set<String>> arrived = new HashMap<>();
        receipt.arrived().forEach(one -> arrived.put(one.mailbox(), Set.copyOf(one.serials())));
        List<String> moved = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> grown = new ArrayList<>();
        for (ExportedMailbox leaving : exports.mailboxes(export.id())) {
            String id = leaving.mailbox().value();
            if (leaving.state() == DepartureState.LEAVING) {
                Departure departure = Departure.judge(
                        serials(leaving, Instant.MAX),
                        serials(leaving, export.askedAt()),
                        arrived.getOrDefault(id, Set.of()));
                switch (departure) {
                    case COMPLETE -> {
                        move(export, leaving);
                        moved.add(leaving.address());
                    }
                    case NOT_ARRIVED -> missing.add(leaving.address());
                    case GROWN -> grown.add(leaving.address());
                }
            }
        }
        return new Confirmed(export.id(), moved, missing, grown);
    }

    /** Who is not enabled any more is marked alone: revoked before, or never enrolled anew. */
    private void move(MailboxExport export, ExportedMailbox leaving) {
        Instant now = clock.instant();
        boolean inForce = mailboxes
                .lock(leaving.mailbox())
                .filter(mailbox -> mailbox.state().allows(MailboxVerb.REVOKE))
                .isPresent();
        if (inForce) {
            Revocation revocation = new Revocation(RevocationCause.MOVED, Optional.empty(), export.reason());
            revocations.end(leaving.mailbox(), revocation, caller.name(), export.label());
        }
        leaving.arrive(now);
    }

    private Set<String> serials(ExportedMailbox leaving, Instant until) {
        return keys.history(leaving.mailbox()).stream()
                .filter(key -> !key.depositedAt().isAfter(until))
                .map(key -> key.serial().value())
                .collect(Collectors.toSet());
    }
}
