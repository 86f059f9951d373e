package org.sealpost.approval;

import org.sealpost.model.SensitiveVerb;
import org.sealpost.protocol.WrongState;

/** Others have to agree first; ask them and come back. */
public final class ApprovalNeeded extends WrongState {
    private static final long serialVersionUID = 1;

    ApprovalNeeded(SensitiveVerb verb, int people) {
        super("approval-needed", verb, people);
    }
}
