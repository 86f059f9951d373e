package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.SensitiveVerb;

/** Opens every escrowed key once, compares it with its certificate and wipes it again; says how many did not open. */
@ApplicationScoped
class DrillAct implements ApprovedAct {
    private static final int NAMED = 10;

    @Inject
    EscrowWalk walk;

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
        Count count = new Count();
        String number = Contributing.number(request);
        walk.over(EscrowWalk.EVERY_VERSION, page -> {
            Contributed contributed = contributing.gathered(number, page);
            page.forEach(key -> count.add(key, escrow.opens(key, contributed)));
        });
        contributing.wipe(number);
        return new Done(Act.ESCROW_DRILL, request.terms().subject(), count.words());
    }

    /** How many opened, and the first of those that did not, by serial number. */
    private static final class Count {
        private final List<String> named = new ArrayList<>();
        private int all;
        private int opened;

        void add(EscrowedKey key, boolean opens) {
            all++;
            if (opens) {
                opened++;
            } else if (named.size() < NAMED) {
                named.add(key.serial().value());
            }
        }

        String words() {
            String counts = opened + " of " + all + " keys opened";
            return named.isEmpty() ? counts : counts + "; not: " + String.join(", ", named);
        }
    }
}
