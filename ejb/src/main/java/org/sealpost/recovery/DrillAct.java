package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.quorum.QuorumNotReached;
import org.sealpost.quorum.WrongContribution;

/** Opens every escrowed key once, compares it with its certificate and wipes it again; says how many did not open. */
@ApplicationScoped
class DrillAct implements ApprovedAct {
    private static final int NAMED = 10;

    @Inject
    Cases cases;

    @Inject
    Quorum quorum;

    @Inject
    Contributing contributing;

    @Inject
    KeyEscrow escrow;

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
        List<EscrowedKey> keys = cases.all();
        Contributed contributed = contributing.gathered(request, keys);
        List<String> closed = new ArrayList<>();
        for (EscrowedKey key : keys) {
            if (!opens(key, contributed)) {
                closed.add(key.serial().value());
            }
        }
        return new Done(Act.ESCROW_DRILL, request.terms().subject(), describe(keys.size(), closed));
    }

    private boolean opens(EscrowedKey key, Contributed contributed) {
        try {
            return escrow.opens(key, contributed);
        } catch (UnwrapFailed | BadEncoding | WrongContribution | QuorumNotReached e) {
            return false;
        }
    }

    private static String describe(int all, List<String> closed) {
        String counts = (all - closed.size()) + " of " + all + " keys opened";
        return closed.isEmpty()
                ? counts
                : counts + "; not: " + String.join(", ", closed.subList(0, Math.min(NAMED, closed.size())));
    }
}
