package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SensitiveVerb;

/**
 * Handing out new recovery shares: others only allow it, because the start-up password is its requester's to give. What
 * they allow is one list of holders; the payload is that list in words.
 */
@ApplicationScoped
class ReplacingShares implements ApprovedAct {
    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.NAME_SHARE_HOLDERS;
    }

    @Override
    public Explanation explain(String payload) {
        return Explanation.of("name-share-holders", payload);
    }

    @Override
    public Manner manner() {
        return Manner.BY_REQUESTER;
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        return new Done(Act.NEW_RECOVERY_SHARES, request.terms().subject(), "");
    }
}
