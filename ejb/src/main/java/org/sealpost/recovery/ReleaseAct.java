package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.SealedPackage;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;

/**
 * Releases a mailbox's keys to somebody who may read it by law: they are opened and sealed to the code that was shown
 * when asking. The mailbox stays as it is, and its owner is told.
 */
@ApplicationScoped
class ReleaseAct implements ApprovedAct {
    /** How long released keys wait to be fetched. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    Cases cases;

    @Inject
    Quorum quorum;

    @Inject
    Contributing contributing;

    @Inject
    KeyEscrow escrow;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.RELEASE;
    }

    @Override
    public Explanation explain(String payload) {
        return quorum.explain("release", payload);
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
        SealedPackage waiting = cases.sealedPackage(request);
        List<EscrowedKey> keys = cases.ofMailbox(request);
        Instant until = clock.instant().plus(KEPT);
        escrow.pack(waiting, keys, contributing.gathered(request, keys), until);
        notices.tell(
                waiting.mailbox(),
                Notice.keyReleased(clock.instant(), request.requester().name(), RecoverAct.approvers(request)));
        return new Done(Act.RELEASE, request.terms().subject(), keys.size() + " keys, to be fetched until " + until);
    }
}
