package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.enrolment.RecoveryTokens;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.Approval;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.SealedPackage;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;

/**
 * Gives a mailbox's key history back to its owner: the keys are opened, sealed to the token that the administrator was
 * shown when asking, and the token counts from now on.
 */
@ApplicationScoped
class RecoverAct implements ApprovedAct {
    @Inject
    Cases cases;

    @Inject
    Quorum quorum;

    @Inject
    Contributing contributing;

    @Inject
    KeyEscrow escrow;

    @Inject
    RecoveryTokens tokens;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.RECOVER;
    }

    @Override
    public Explanation explain(String payload) {
        return quorum.explain("recover", payload);
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
        Instant until = tokens.putIntoForce(waiting.mailbox(), waiting.codeHash(), waiting.madeBy());
        escrow.pack(waiting, keys, contributing.gathered(request, keys), until);
        notices.tell(
                waiting.mailbox(),
                Notice.keyRecovered(clock.instant(), request.requester().name(), approvers(request)));
        return new Done(Act.RECOVER, request.terms().subject(), keys.size() + " keys, valid until " + until);
    }

    static String approvers(ApprovalRequest request) {
        return request.approvals().stream().map(Approval::name).collect(Collectors.joining(", "));
    }
}
