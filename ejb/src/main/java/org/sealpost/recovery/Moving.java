package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.EscrowRotation;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.KeySharingRepository;

/**
 * Moves keys to the newest version of the escrow key. A key that does not open, or was deposited after an officer had
 * agreed, stays.
 */
@ApplicationScoped
class Moving implements Turns<EscrowRotation> {
    @Inject
    EscrowedKeyRepository keys;

    @Inject
    KeySharingRepository sharings;

    @Inject
    Contributing contributing;

    @Inject
    KeyEscrow escrow;

    @Inject
    Clock clock;

    @Override
    public Class<EscrowRotation> kind() {
        return EscrowRotation.class;
    }

    @Override
    public Act act() {
        return Act.ROTATE_ESCROW_KEY;
    }

    @Override
    public int below(EscrowRotation rotation) {
        return rotation.keyVersion();
    }

    @Override
    public void take(EscrowRotation rotation, List<EscrowedKey> page, Contributed contributed) {
        int moved = 0;
        for (EscrowedKey key : page) {
            if (escrow.move(key, contributed)) {
                contributing.wipe(key.serial());
                moved++;
            }
        }
        contributing.forget();
        rotation.moved(moved, page.get(page.size() - 1).serial());
    }

    /** The shares of versions that nothing is sealed to are wiped. */
    @Override
    public String finish(EscrowRotation rotation) {
        Map<Integer, Long> left = keys.countByVersion();
        Instant now = clock.instant();
        sharings.active().stream()
                .filter(sharing -> sharing.escrowVersion() < rotation.keyVersion())
                .filter(sharing -> !left.containsKey(sharing.escrowVersion()))
                .forEach(sharing -> sharing.end(now));
        return rotation.moved() + " of " + rotation.keys() + " keys moved to version " + rotation.keyVersion();
    }
}
