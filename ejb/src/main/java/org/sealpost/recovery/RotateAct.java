package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.crypto.Hpke;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowDrill;
import org.sealpost.model.EscrowRotation;
import org.sealpost.model.EscrowRoundRepository;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.quorum.Sharing;

/**
 * Makes a new escrow key and deals it out to the officers; from then on deposits are sealed to it. The keys that are
 * there are moved after that, in the same call, by {@link Rounds}.
 */
@ApplicationScoped
class RotateAct implements ApprovedAct {
    @Inject
    Quorum quorum;

    @Inject
    Handover handover;

    @Inject
    KeySharingRepository sharings;

    @Inject
    EscrowRoundRepository rounds;

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
        Instant now = clock.instant();
        rounds.open(EscrowRotation.class).forEach(broken -> broken.end(now));
        rounds.open(EscrowDrill.class)
                .forEach(broken -> broken.end(now)); // what was contributed to it is worth nothing for keys that move
        long keys = quorum.keys();
        int version = newKey(CaseNumber.of(request.terms().payload()));
        rounds.add(new EscrowRotation(request.id(), version, keys, now));
        return new Done(
                Act.ROTATE_ESCROW_KEY,
                request.terms().subject(),
                "version " + version + " made, " + keys + " keys to move");
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
