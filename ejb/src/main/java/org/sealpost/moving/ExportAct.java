package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.crypto.Providers;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyCrossing;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.Approval;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.ExportRepository;
import org.sealpost.model.ExportVerb;
import org.sealpost.model.ExportedMailbox;
import org.sealpost.model.MailboxExport;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.recovery.OpeningAct;
import org.sealpost.recovery.Openings;
import org.sealpost.transfer.MovedKey;
import org.sealpost.transfer.MovedMailbox;
import org.sealpost.transfer.SignedTransfer;
import org.sealpost.transfer.TransferFile;

/**
 * Seals the key histories of mailboxes to another Key Manager's escrow, as a file that waits to be taken there. The
 * mailboxes stay as they are, and their owners are told. Keys that came into escrow after it was asked for stay behind.
 */
@ApplicationScoped
class ExportAct implements OpeningAct {
    private static final int NAMED = 10;

    @Inject
    ExportRepository exports;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    KeyCrossing crossing;

    @Inject
    Openings openings;

    @Inject
    TransferSigner signer;

    @Inject
    KeyRing ring;

    @Inject
    Notices notices;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.EXPORT_MAILBOXES;
    }

    /** What leaves with many is what a release gives of one. */
    @Override
    public Optional<SensitiveVerb> noEasierThan() {
        return Optional.of(SensitiveVerb.RELEASE);
    }

    @Override
    public int leastPeople() {
        return openings.needed();
    }

    @Override
    public Explanation explain(String payload) {
        long id = Long.parseLong(payload);
        MailboxExport export = exports.byId(id).orElseThrow(() -> NoSuchTransfer.ofExport(id));
        List<ExportedMailbox> leaving = exports.mailboxes(id);
        return Explanation.of(
                "export-mailboxes",
                leaving.size(),
                named(leaving.stream().map(ExportedMailbox::address).toList()),
                export.recipient().subject(),
                export.recipient().fingerprint().grouped());
    }

    /** The first of many, for people to read. */
    static String named(List<String> addresses) {
        String first = addresses.stream().limit(NAMED).collect(Collectors.joining(", "));
        return addresses.size() > NAMED ? first + " …" : first;
    }

    @Override
    public List<EscrowedKey> toOpen(ApprovalRequest request) {
        MailboxExport export = export(request);
        return exports.mailboxes(export.id()).stream()
                .flatMap(leaving -> history(export, leaving).stream())
                .toList();
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        Instant now = clock.instant();
        MailboxExport export = export(request);
        export.check(ExportVerb.SEAL);
        TransferCertificate to =
                TransferCertificate.read(Certificates.der(export.recipient().certificate()), now);
        List<EscrowedKey> opened = toOpen(request);
        Contributed contributed = openings.gathered(request, opened);
        List<MovedMailbox> moved = exports.mailboxes(export.id()).stream()
                .map(leaving -> sealed(export, leaving, to, contributed))
                .toList();
        TransferFile file = new TransferFile(
                export.number(), to.fingerprint(), ring.publicKeys().organisation(), now, moved);
        byte[] signed = signer.sign((key, authority) -> file.sign(key, authority, providers));
        if (signed.length > SignedTransfer.LARGEST) {
            throw ExportRefused.tooLarge(SignedTransfer.LARGEST);
        }
        export.move(ExportVerb.SEAL, now);
        exports.keep(export.id(), signed);
        tell(export, request, now);
        return new Done(
                Act.EXPORT_MAILBOXES,
                request.terms().subject(),
                moved.size() + " mailboxes, " + opened.size() + " keys, to " + to.fingerprint());
    }

    private MovedMailbox sealed(
            MailboxExport export, ExportedMailbox leaving, TransferCertificate to, Contributed contributed) {
        List<MovedKey> sealed = history(export, leaving).stream()
                .map(key -> new MovedKey(
                        crossing.certificate(key),
                        key.depositedAt(),
                        crossing.sealTo(to.escrowKey(), key, contributed)))
                .toList();
        leaving.seal(sealed.size());
        return new MovedMailbox(leaving.mailbox().value(), leaving.address(), sealed);
    }

    private List<EscrowedKey> history(MailboxExport export, ExportedMailbox leaving) {
        return keys.history(leaving.mailbox()).stream()
                .filter(key -> !key.depositedAt().isAfter(export.askedAt()))
                .toList();
    }

    private MailboxExport export(ApprovalRequest request) {
        long id = Long.parseLong(request.terms().payload());
        return exports.lock(id).orElseThrow(() -> NoSuchTransfer.ofExport(id));
    }

    private void tell(MailboxExport export, ApprovalRequest request, Instant now) {
        Notice notice = Notice.keysExported(
                now,
                request.requester().name(),
                request.approvals().stream().map(Approval::name).collect(Collectors.joining(", ")),
                export.recipient().subject());
        exports.mailboxes(export.id()).forEach(leaving -> notices.tell(leaving.mailbox(), notice));
    }
}
