package org.sealpost.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/**
 * Takes keys from one organisation's escrow to another's. A key crosses sealed to the other escrow, bound to its mailbox and
 * its certificate as it is in escrow; between opening and sealing it is compared with its certificate, on either side.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeyCrossing {
    @Inject
    KeyEscrow escrow;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    EscrowCertificates certificates;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    Hpke hpke;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /**
     * A key that has come.
     *
     * @param key as another Key Manager has sealed it to our escrow; not in escrow yet
     * @param certificate that it has to belong to
     */
    public record Coming(EscrowedKey key, X509Certificate certificate) {}

    /** DER of an escrowed key's certificate. */
    public byte[] certificate(EscrowedKey key) {
        return Certificates.der(certificates.of(key.serial()));
    }

    /**
     * Seals a key to another escrow.
     *
     * @param escrowKey the other escrow's public HPKE key
     * @throws KeyDoesNotFit when it does not belong to its certificate
     * @throws org.sealpost.crypto.UnwrapFailed when the row was altered or belongs elsewhere
     * @throws org.sealpost.quorum.QuorumNotReached when too few have contributed
     * @throws org.sealpost.quorum.WrongContribution when a contribution is not right
     */
    public byte[] sealTo(byte[] escrowKey, EscrowedKey key, Contributed contributed) {
        try (SecretBytes encoded = escrow.open(key, contributed)) {
            if (!fits(encoded, certificates.of(key.serial()))) {
                throw new KeyDoesNotFit(key.serial());
            }
            return sealed(escrowKey, key, encoded);
        }
    }

    /**
     * Opens keys of one mailbox and seals them anew to our escrow's newest key.
     *
     * @return to be given to {@link #keep}; empty when one of them did not open, or does not belong to its certificate
     * @throws org.sealpost.quorum.QuorumNotReached when too few have contributed
     * @throws org.sealpost.quorum.WrongContribution when a contribution is not right
     */
    public Optional<List<EscrowedKey>> open(List<Coming> all, Contributed contributed) {
        EscrowKeys.Current current = escrowKeys.current();
        List<EscrowedKey> opened = new ArrayList<>();
        for (Coming one : all) {
            EscrowedKey key = one.key();
            try (SecretBytes encoded = escrow.open(key, contributed)) {
                if (!fits(encoded, one.certificate())) {
                    return Optional.empty();
                }
                byte[] sealed = sealed(current.publicKey(), key, encoded);
                opened.add(new EscrowedKey(
                        key.mailbox(), key.serial(), current.version(), sealed, past(key.depositedAt())));
            } catch (UnwrapFailed | BadEncoding e) {
                return Optional.empty();
            }
        }
        return Optional.of(opened);
    }

    /** Another's clock does not put a key before those that are still to be made here. */
    private Instant past(Instant depositedAt) {
        Instant now = clock.instant();
        return depositedAt.isAfter(now) ? now : depositedAt;
    }

    /** Takes them into escrow. */
    public void keep(List<EscrowedKey> opened) {
        opened.forEach(keys::add);
    }

    private byte[] sealed(byte[] escrowKey, EscrowedKey key, SecretBytes encoded) {
        return hpke.seal(escrowKey, KeyEscrow.ESCROW, KeyEscrow.binding(key.mailbox(), key.serial()), encoded.expose());
    }

    private boolean fits(SecretBytes encoded, X509Certificate certificate) {
        PrivateKey key = providers.privateKey(encoded);
        try (OwnedKey owned = new OwnedKey(key, certificate)) {
            return OwnedKey.belongTogether(providers, owned.privateKey(), certificate.getPublicKey());
        }
    }
}
