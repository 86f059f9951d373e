package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.sealpost.audit.AuditLog;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.escrow.NoSuchPackage;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.SealedPackage;
import org.sealpost.model.SealedPackageRepository;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.TokenCode;

/** The transaction of a fetching: the package is gone when the file is made, or everything is as before. */
@ApplicationScoped
@Transactional
class ReleasedKeys {
    @Inject
    SealedPackageRepository packages;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    KeyEscrow escrow;

    @Inject
    SecurityFileStore files;

    @Inject
    KeyRing ring;

    @Inject
    AuditLog audit;

    byte[] fetch(TokenCode code, Passphrase password) {
        SealedPackage found =
                packages.byCode(PackagePurpose.RELEASE, code.hash()).orElseThrow(NoSuchPackage::new);
        Mailbox mailbox = mailboxes.byId(found.mailbox()).orElseThrow(NoSuchPackage::new);
        List<OwnedKey> keys = escrow.unpack(found.mailbox(), PackagePurpose.RELEASE, code);
        try {
            byte[] file = files.sealKeys(
                    mailbox.address(), keys, List.of(ring.publicKeys().authority()), password);
            audit.success(Act.FETCH_RELEASED, mailbox.label(), keys.size() + " keys");
            return file;
        } finally {
            keys.forEach(OwnedKey::close);
        }
    }
}
