package org.sealpost.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Serial;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/**
 * Takes private encryption keys in trust and gives them back to their mailbox. A key is sealed to the escrow key with
 * its mailbox and its certificate's serial number as associated data, so that a row copied to another mailbox does not
 * open. Both verbs belong to the caller's transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeyEscrow {
    private static final byte[] ESCROW = "sealpost escrow 1".getBytes(StandardCharsets.US_ASCII);

    @Inject
    KeyRing ring;

    @Inject
    Hpke hpke;

    @Inject
    Providers providers;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Clock clock;

    /** Takes a key in trust; written at once, so that a failure shows before its certificate is signed. */
    public void deposit(MailboxId mailbox, Serial serial, PrivateKey key) {
        try (SecretBytes encoded = SecretBytes.taking(key.getEncoded())) {
            byte[] sealed = hpke.seal(ring.publicKeys().escrow(), ESCROW, binding(mailbox, serial), encoded.expose());
            keys.add(new EscrowedKey(mailbox, serial, sealed, clock.instant()));
        }
    }

    /**
     * The mailbox's whole history of encryption keys with their certificates, newest first.
     *
     * @return keys that the caller closes
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     * @throws org.sealpost.crypto.UnwrapFailed when a row was altered or belongs elsewhere
     */
    public List<OwnedKey> history(MailboxId mailbox) {
        return ring.use(running -> keys.history(mailbox).stream()
                .map(key -> open(running.escrowKey(), mailbox, key))
                .toList());
    }

    private OwnedKey open(SecretBytes escrowKey, MailboxId mailbox, EscrowedKey key) {
        IssuedCertificate certificate = certificates.bySerial(key.serial()).orElseThrow();
        try (SecretBytes encoded = hpke.open(escrowKey, ESCROW, binding(mailbox, key.serial()), key.sealed())) {
            return new OwnedKey(providers.privateKey(encoded), Certificates.parse(certificate.encoded()));
        }
    }

    /** The length of the first part is part of it: no two pairs give the same bytes. */
    private static byte[] binding(MailboxId mailbox, Serial serial) {
        return (mailbox.value().length() + ":" + mailbox.value() + ":" + serial.value())
                .getBytes(StandardCharsets.UTF_8);
    }
}
