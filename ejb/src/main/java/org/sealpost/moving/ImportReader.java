package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sealpost.crypto.Providers;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.model.ImportRepository;
import org.sealpost.model.ImportedMailbox;
import org.sealpost.model.MailboxImport;
import org.sealpost.model.OfferedCertificate;
import org.sealpost.model.OfferedCertificateRepository;
import org.sealpost.pki.Fingerprint;
import org.sealpost.transfer.MovedMailbox;
import org.sealpost.transfer.SignedTransfer;
import org.sealpost.transfer.TransferFile;
import org.sealpost.transfer.TransferKind;

/** Reads a file that was looked at again, when officers agree to it: the database could have been altered meanwhile. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportReader {
    @Inject
    ImportRepository imports;

    @Inject
    OfferedCertificateRepository offers;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /**
     * Those who can be taken in, by their place in the file.
     *
     * @throws ImportRefused when it is sealed to a key that is no more
     * @throws org.sealpost.transfer.TransferForged and others as {@link SignedTransfer#read}
     */
    Map<Integer, Arriving> read(long id) {
        MailboxImport looked = imports.byId(id).orElseThrow(() -> NoSuchTransfer.ofImport(id));
        byte[] content = imports.content(id).orElseThrow(() -> ImportRefused.nobody(id));
        SignedTransfer signed = SignedTransfer.read(content, TransferKind.KEYS, providers, clock.instant());
        TransferFile file = TransferFile.of(signed);
        if (!file.number().equals(looked.number())
                || !file.recipient().equals(looked.recipient())
                || !Fingerprint.of(signed.authority()).equals(looked.authority())) {
            throw ImportRefused.forAnother();
        }
        int version = offers.byFingerprint(file.recipient())
                .map(OfferedCertificate::escrowVersion)
                .filter(escrowKeys::canOpen)
                .orElseThrow(() -> ImportRefused.outdated(file.sealedAt()));
        List<MovedMailbox> moved = file.mailboxes();
        Map<Integer, Arriving> arriving = new TreeMap<>();
        for (ImportedMailbox one : imports.mailboxes(id)) {
            if (one.state().taken()) {
                Arriving.read(moved.get(one.position() - 1), version)
                        .filter(read -> read.mailbox().equals(one.mailbox()))
                        .ifPresent(read -> arriving.put(one.position(), read));
            }
        }
        return arriving;
    }
}
