package org.sealpost.backup;

import jakarta.enterprise.context.ApplicationScoped;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SensitiveVerb;

/** Writing a backup: others only allow it, because it is written outside any transaction, and may take its time. */
@ApplicationScoped
class BackingUp implements ApprovedAct {
    static final String SUBJECT = "Backup";

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.BACKUP;
    }

    @Override
    public Explanation explain(String payload) {
        return Explanation.of("backup");
    }

    @Override
    public Manner manner() {
        return Manner.BY_REQUESTER;
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        return new Done(Act.BACK_UP, SUBJECT, "");
    }
}
