package org.sealpost.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.KeyManagerRepository;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;

/** Which escrow key there is, and who holds it: the Key Manager itself, or the recovery officers together. */
@ApplicationScoped
@Transactional
public class EscrowKeys {
    private static final int FIRST = 1;

    @Inject
    KeyRing ring;

    @Inject
    KeySharingRepository sharings;

    @Inject
    KeyManagerRepository keyManagers;

    /**
     * What new keys are sealed to.
     *
     * @param version of the escrow key, from 1 on
     * @param publicKey HPKE public key
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Current(int version, byte[] publicKey) {}

    /** What new keys are sealed to. */
    public Current current() {
        return sharings.current()
                .map(sharing -> new Current(
                        sharing.escrowVersion(), sharing.commitments().publicKey()))
                .orElseGet(() -> new Current(FIRST, ring.publicKeys().escrow()));
    }

    /** The sharing that opens what is sealed to a version; empty while that one hangs under the master key. */
    Optional<KeySharing> sharing(int version) {
        return sharings.active(version);
    }

    /** Whether recovery officers hold the key, so that nobody alone opens anything. */
    public boolean shared() {
        return sharings.current().isPresent();
    }

    /** Whether what is sealed to a version can still be opened: its key ends when the last row was moved to a newer one. */
    public boolean canOpen(int version) {
        return sharing(version).isPresent() || (version == FIRST && !shared());
    }

    /** The private half is given out of the Key Manager's hand for good; {@link #forget} follows the commit. */
    void surrender() {
        keyManagers.key(KeyPurpose.ESCROW).surrender();
    }

    /** Wipes the private half from memory if it was surrendered. */
    public void forget() {
        if (keyManagers.find().isPresent() && keyManagers.key(KeyPurpose.ESCROW).surrendered()) {
            ring.surrenderEscrowKey();
        }
    }
}
