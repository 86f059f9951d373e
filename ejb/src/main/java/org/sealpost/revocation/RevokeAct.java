package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SensitiveVerb;

/** Revokes a mailbox once those have agreed whom the policy names; by default nobody, because a theft cannot wait. */
@ApplicationScoped
class RevokeAct implements ApprovedAct {
    @Inject
    Revoking revoking;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.REVOKE;
    }

    @Override
    public Explanation explain(String payload) {
        RevokePayload revocation = RevokePayload.parse(payload);
        return Explanation.of("revoke", revoking.label(revocation.mailbox()), revocation.cause());
    }

    @Override
    public void check(String payload) {
        revoking.check(RevokePayload.parse(payload));
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        RevokePayload revocation = RevokePayload.parse(request.terms().payload());
        int ended = revoking.end(revocation);
        String since = revocation.since().map(instant -> " since " + instant).orElse("");
        return new Done(
                Act.REVOKE, request.terms().subject(), revocation.cause() + since + ", " + ended + " certificates");
    }
}
