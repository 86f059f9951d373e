package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.crypto.Hpke;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.quorum.Sharing;

/**
 * Makes a new escrow key, deals it out to the officers and seals every escrowed key anew to it. A key that was deposited
 * after an officer had agreed stays with the version before, whose shares are kept until its last key was moved.
 */
@ApplicationScoped
class RotateAct implements ApprovedAct {
    @Inject
    Cases cases;

    @Inject
    Quorum quorum;

    @Inject
    Contributing contributing;

    @Inject
    Handover handover;

    @Inject
    KeySharingRepository sharings;

    @Inject
    KeyEscrow escrow;

    @Inject
    Hpke hpke;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.ROTATE_ESCROW_KEY;
    }

    @Override
    public Explanation explain(String payload) {
        return Explanation.of("rotate-escrow-key", quorum.keys());
    }

    @Override
    public void check(String payload) {
        if (quorum.needed() == 0) {
            throw new NoOfficersYet();
        }
    }

    @Override
    public int leastPeople() {
        return quorum.needed();
    }

    @Override
    public Manner manner() {
        return Manner.CONTRIBUTION;
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        List<EscrowedKey> keys = cases.all();
        Contributed contributed = contributing.gathered(request, keys);
        int version = newKey(CaseNumber.of(request.terms().payload()));
        int moved = 0;
        for (EscrowedKey key : keys) {
            if (contributed.byKey().containsKey(key.serial())) {
                escrow.move(key, contributed);
                moved++;
            }
        }
        if (moved == keys.size()) {
            sharings.active().stream()
                    .filter(sharing -> sharing.escrowVersion() < version)
                    .forEach(sharing -> sharing.end(clock.instant()));
        }
        return new Done(
                Act.ROTATE_ESCROW_KEY,
                request.terms().subject(),
                moved + " of " + keys.size() + " keys moved to version " + version);
    }

    private int newKey(String number) {
        KeySharing before = sharings.current().orElseThrow(NoOfficersYet::new);
        KeySharing next = new KeySharing(
                sharings.nextId(),
                sharings.nextVersion(),
                before.size().needed(),
                before.officers(),
                number,
                clock.instant());
        try (Hpke.Pair pair = hpke.keyPair();
                Sharing dealt = Sharing.of(pair.privateKey(), before.size(), random)) {
            handover.hold(next, dealt);
            sharings.add(next);
        }
        return next.escrowVersion();
    }
}
