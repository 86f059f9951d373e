package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.KeySharing;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.model.SensitiveVerb;

/** Names the people who share the escrow key. The first time nobody is there to ask; then the officers before agree. */
@ApplicationScoped
class NameOfficersAct implements ApprovedAct {
    @Inject
    Handover handover;

    @Inject
    Quorum quorum;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.NAME_OFFICERS;
    }

    @Override
    public Explanation explain(String payload) {
        KeySharing next = quorum.proposed(CaseNumber.of(payload));
        return Explanation.of(
                "name-officers", names(next), next.size().needed(), next.size().people());
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
        List<KeySharing> named = handover.complete(CaseNumber.of(request.terms().payload()));
        KeySharing current = named.get(named.size() - 1);
        return new Done(Act.NAME_OFFICERS, request.terms().subject(), current.size() + ": " + names(current));
    }

    private static String names(KeySharing sharing) {
        return sharing.officers().stream().map(RecoveryOfficer::name).collect(Collectors.joining(", "));
    }
}
