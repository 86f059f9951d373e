package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SensitiveVerb;

/** Replacing the master key: others only allow it, because the start-up password is its requester's to give. */
@ApplicationScoped
class ReplacingMaster implements ApprovedAct {
    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.ROTATE_MASTER_KEY;
    }

    @Override
    public Explanation explain(String payload) {
        return Explanation.of("rotate-master-key");
    }

    @Override
    public Manner manner() {
        return Manner.BY_REQUESTER;
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        return new Done(Act.ROTATE_MASTER_KEY, KeyManager.SUBJECT, "");
    }
}
