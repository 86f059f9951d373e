package org.sealpost.recovery;

import java.util.List;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;

/** An act of another feature for which officers open keys; what they contributed it gets from {@link Openings}. */
public interface OpeningAct extends ApprovedAct {
    /**
     * The keys that a request opens; the same ones however often and by whomever it is asked. They need not be in escrow yet.
     */
    List<EscrowedKey> toOpen(ApprovalRequest request);

    @Override
    default Manner manner() {
        return Manner.CONTRIBUTION;
    }
}
