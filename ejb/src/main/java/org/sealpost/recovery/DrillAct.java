package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowDrill;
import org.sealpost.model.EscrowRoundRepository;
import org.sealpost.model.SensitiveVerb;

/**
 * Allows a drill: every escrowed key is opened once, compared with its certificate and wiped again. {@link Rounds} does
 * so after that, in the same call.
 */
@ApplicationScoped
class DrillAct implements ApprovedAct {
    @Inject
    Quorum quorum;

    @Inject
    EscrowRoundRepository rounds;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.ESCROW_DRILL;
    }

    @Override
    public Explanation explain(String payload) {
        return Explanation.of("escrow-drill", quorum.keys());
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
        rounds.open(EscrowDrill.class).forEach(broken -> broken.end(now));
        long keys = quorum.keys();
        rounds.add(new EscrowDrill(request.id(), keys, now));
        return new Done(Act.ESCROW_DRILL, request.terms().subject(), keys + " keys to open");
    }
}
