package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowRotation;
import org.sealpost.model.EscrowRotationRepository;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.KeySharingRepository;

/** The steps of moving keys to a new version of the escrow key: each is a transaction of its own, whoever calls. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class MovingSteps {
    /** How many keys a step moves; tests take fewer. */
    int atOnce = 100;

    @Inject
    EscrowRotationRepository rotations;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    KeySharingRepository sharings;

    @Inject
    ApprovalRepository requests;

    @Inject
    Contributing contributing;

    @Inject
    KeyEscrow escrow;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The one that is to go on; empty when none was broken off. */
    Optional<Long> open() {
        return rotations.open().stream().findFirst().map(EscrowRotation::request);
    }

    /** How the newest one stands; empty before the first. */
    Optional<RotationStanding> standing(boolean running) {
        return rotations.newest().map(newest -> RotationStanding.of(newest, running));
    }

    /** From the first key on, with what another officer contributes to those that are left. */
    void again(long request) {
        rotations.lock(request).orElseThrow().again();
    }

    /**
     * Moves the next keys, with what the others contributed and this officer contributes now. A key that does not open, or
     * was deposited after an officer had agreed, stays.
     *
     * @return whether there may be more
     */
    boolean next(long request, Giver giver) {
        EscrowRotation rotation = rotations.lock(request).orElseThrow();
        List<EscrowedKey> page = keys.page(rotation.lastSerial(), rotation.keyVersion(), atOnce);
        if (page.isEmpty()) {
            return false;
        }
        giver.give(requests.byId(request).orElseThrow(), page);
        Contributed contributed = contributing.gathered(Long.toString(request), page);
        int moved = 0;
        for (EscrowedKey key : page) {
            if (escrow.move(key, contributed)) {
                contributing.wipe(key.serial());
                moved++;
            }
        }
        contributing.forget();
        rotation.moved(moved, page.get(page.size() - 1).serial());
        return true;
    }

    /** Every key was looked at: the shares of versions that nothing is sealed to are wiped. */
    void finish(long request) {
        EscrowRotation rotation = rotations.lock(request).orElseThrow();
        Map<Integer, Long> left = keys.countByVersion();
        Instant now = clock.instant();
        sharings.active().stream()
                .filter(sharing -> sharing.escrowVersion() < rotation.keyVersion())
                .filter(sharing -> !left.containsKey(sharing.escrowVersion()))
                .forEach(sharing -> sharing.end(now));
        rotation.end(now);
        contributing.wipe(Long.toString(request));
        ApprovalRequest asked = requests.byId(request).orElseThrow();
        audit.success(
                Act.ROTATE_ESCROW_KEY,
                asked.terms().subject(),
                rotation.moved() + " of " + rotation.keys() + " keys moved to version " + rotation.keyVersion());
    }
}
