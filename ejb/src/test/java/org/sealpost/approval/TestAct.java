package org.sealpost.approval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.protocol.SealpostException;

/** Something sensitive whose carrying-out the test counts and can have fail. */
final class TestAct implements ApprovedAct {
    final List<String> carriedOut = new ArrayList<>();

    @Nullable
    SealpostException failure;

    int least;
    Manner manner = Manner.YES;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.BACKUP;
    }

    @Override
    public Explanation explain(String payload) {
        return Explanation.of("backup", payload);
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        if (failure != null) {
            throw failure;
        }
        carriedOut.add(request.terms().payload());
        return new Done(Act.STOP, request.terms().subject(), "done");
    }

    @Override
    public int leastPeople() {
        return least;
    }

    @Override
    public Manner manner() {
        return manner;
    }
}
