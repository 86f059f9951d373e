package org.sealpost.escrow;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.KeySharing;
import org.sealpost.model.MailboxId;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.SealedPackage;
import org.sealpost.model.SealedPackageRepository;
import org.sealpost.model.Serial;
import org.sealpost.model.TokenTerms;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.TokenCode;
import org.sealpost.quorum.OpeningTask;
import org.sealpost.quorum.QuorumNotReached;
import org.sealpost.quorum.QuorumOpener;
import org.sealpost.quorum.QuorumSize;
import org.sealpost.quorum.Sharing;
import org.sealpost.quorum.WrongContribution;

/**
 * Takes private encryption keys in trust and gives them back to their mailbox. A key is sealed to the escrow key with
 * its mailbox and its certificate's serial number as associated data, so that a row copied to another mailbox does not
 * open. While the escrow key hangs under the master key it opens with that; once recovery officers share it, only with
 * the contributions of enough of them. Every verb belongs to the caller's transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeyEscrow {
    static final byte[] ESCROW = "sealpost escrow 1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PACKAGE = "sealpost package 1".getBytes(StandardCharsets.US_ASCII);

    @Inject
    KeyRing ring;

    @Inject
    Hpke hpke;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    SealedPackageRepository packages;

    @Inject
    EscrowCertificates certificates;

    @Inject
    Clock clock;

    /** Takes a key in trust; written at once, so that a failure shows before its certificate is signed. */
    public void deposit(MailboxId mailbox, Serial serial, PrivateKey key) {
        EscrowKeys.Current current = escrowKeys.current();
        try (SecretBytes encoded = SecretBytes.taking(key.getEncoded())) {
            byte[] sealed = hpke.seal(current.publicKey(), ESCROW, binding(mailbox, serial), encoded.expose());
            keys.add(new EscrowedKey(mailbox, serial, current.version(), sealed, clock.instant()));
        }
    }

    /**
     * The mailbox's whole history of encryption keys with their certificates, newest first, while the escrow key hangs
     * under the master key.
     *
     * @return keys that the caller closes
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     * @throws org.sealpost.crypto.UnwrapFailed when a row was altered or belongs elsewhere
     * @throws org.sealpost.quorum.QuorumNotReached when recovery officers share the escrow key
     */
    public List<OwnedKey> history(MailboxId mailbox) {
        return keys.history(mailbox).stream()
                .map(key -> {
                    try (SecretBytes encoded = open(key, Contributed.nothing(""))) {
                        return owned(key.serial(), encoded);
                    }
                })
                .toList();
    }

    /**
     * Packs keys for whoever holds the package's code.
     *
     * @param contributed by the recovery officers, if they share the escrow key
     * @param until when the package is removed
     * @throws org.sealpost.quorum.QuorumNotReached when too few have contributed
     * @throws org.sealpost.quorum.WrongContribution when a contribution is not right
     * @throws org.sealpost.crypto.UnwrapFailed when a row was altered or belongs elsewhere
     */
    public void pack(SealedPackage into, Collection<EscrowedKey> asked, Contributed contributed, Instant until) {
        Map<Serial, byte[]> sealed = new HashMap<>();
        for (EscrowedKey key : asked) {
            try (SecretBytes encoded = open(key, contributed)) {
                byte[] binding = binding(key.mailbox(), key.serial());
                sealed.put(key.serial(), hpke.seal(into.publicKey(), PACKAGE, binding, encoded.expose()));
            }
        }
        into.fill(sealed, clock.instant(), until);
    }

    /**
     * Packs a key that was just made for whoever holds the token that it was made for, until its second step.
     *
     * @param until when the package is removed
     */
    public void deliver(MailboxId mailbox, TokenCode code, OwnedKey key, Instant until) {
        Instant now = clock.instant();
        Serial serial = Serial.of(key.certificate().getSerialNumber());
        try (SecretBytes seed = SecretBytes.taking(code.seed());
                Hpke.Pair pair = hpke.derive(seed);
                SecretBytes encoded = SecretBytes.taking(key.privateKey().getEncoded())) {
            TokenTerms terms = new TokenTerms(code.hash(), Caller.SYSTEM, now, until);
            SealedPackage made =
                    new SealedPackage(serial.value(), mailbox, PackagePurpose.DELIVERY, terms, pair.publicKey());
            byte[] sealed = hpke.seal(pair.publicKey(), PACKAGE, binding(mailbox, serial), encoded.expose());
            made.fill(Map.of(serial, sealed), now, until);
            packages.add(made);
        }
    }

    /**
     * Opens the package that belongs to a code and removes it: a code works once.
     *
     * @return keys with their certificates, newest first, that the caller closes
     * @throws NoSuchPackage when nothing waits for that code
     */
    public List<OwnedKey> unpack(MailboxId mailbox, PackagePurpose purpose, TokenCode code) {
        SealedPackage found = packages.byCode(mailbox, purpose, code.hash())
                .filter(one -> one.filledAt().isPresent() && one.expiresAt().isAfter(clock.instant()))
                .orElseThrow(NoSuchPackage::new);
        try (SecretBytes seed = SecretBytes.taking(code.seed());
                Hpke.Pair pair = hpke.derive(seed)) {
            Map<Serial, byte[]> sealed = found.keys();
            List<OwnedKey> opened = keys.history(mailbox).stream()
                    .map(EscrowedKey::serial)
                    .filter(sealed::containsKey)
                    .map(serial -> unpacked(pair, mailbox, serial, sealed))
                    .toList();
            packages.remove(found);
            return opened;
        }
    }

    /**
     * Whether a key opens, belongs to its certificate, and could be given back; it is wiped again at once. A failure is
     * an answer here and does not end the caller's transaction.
     */
    public boolean opens(EscrowedKey key, Contributed contributed) {
        try (SecretBytes encoded = open(key, contributed);
                OwnedKey owned = owned(key.serial(), encoded)) {
            return OwnedKey.belongTogether(
                    providers, owned.privateKey(), owned.certificate().getPublicKey());
        } catch (UnwrapFailed | BadEncoding | WrongContribution | QuorumNotReached e) {
            return false;
        }
    }

    /**
     * Seals a key anew to the newest version of the escrow key.
     *
     * @return whether it opened; if not it stays as it is, and the caller's transaction goes on
     */
    public boolean move(EscrowedKey key, Contributed contributed) {
        EscrowKeys.Current current = escrowKeys.current();
        try (SecretBytes encoded = open(key, contributed)) {
            byte[] binding = binding(key.mailbox(), key.serial());
            key.move(current.version(), hpke.seal(current.publicKey(), ESCROW, binding, encoded.expose()));
            return true;
        } catch (UnwrapFailed | BadEncoding | WrongContribution | QuorumNotReached e) {
            return false;
        }
    }

    /**
     * Deals the escrow key out to officers and gives it out of the Key Manager's hand.
     *
     * @return shares that the caller hands out and closes
     */
    public Sharing surrender(QuorumSize size) {
        return ring.use(running -> {
            Sharing sharing = Sharing.of(running.escrowKey().orElseThrow(), size, random);
            escrowKeys.surrender();
            return sharing;
        });
    }

    private OwnedKey unpacked(Hpke.Pair pair, MailboxId mailbox, Serial serial, Map<Serial, byte[]> sealed) {
        try (SecretBytes encoded =
                hpke.open(pair.privateKey(), PACKAGE, binding(mailbox, serial), requireNonNull(sealed.get(serial)))) {
            return owned(serial, encoded);
        }
    }

    SecretBytes open(EscrowedKey key, Contributed contributed) {
        byte[] binding = binding(key.mailbox(), key.serial());
        Optional<KeySharing> sharing = escrowKeys.sharing(key.escrowVersion());
        if (sharing.isEmpty()) {
            return ring.use(running -> hpke.open(running.escrowKey().orElseThrow(), ESCROW, binding, key.sealed()));
        }
        OpeningTask task = new OpeningTask(contributed.request(), key.sealed());
        return new QuorumOpener(providers, random)
                .open(task, sharing.get().commitments(), contributed.to(key.serial()), ESCROW, binding);
    }

    private OwnedKey owned(Serial serial, SecretBytes encoded) {
        return new OwnedKey(providers.privateKey(encoded), certificates.of(serial));
    }

    /** The length of the first part is part of it: no two pairs give the same bytes. */
    static byte[] binding(MailboxId mailbox, Serial serial) {
        return (mailbox.value().length() + ":" + mailbox.value() + ":" + serial.value())
                .getBytes(StandardCharsets.UTF_8);
    }
}
