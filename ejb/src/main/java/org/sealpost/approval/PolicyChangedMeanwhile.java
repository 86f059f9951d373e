package org.sealpost.approval;

import org.sealpost.model.SensitiveVerb;
import org.sealpost.protocol.WrongState;

/** Somebody else changed the policy since the requester looked; nothing was changed. */
public final class PolicyChangedMeanwhile extends WrongState {
    private static final long serialVersionUID = 1;

    PolicyChangedMeanwhile(SensitiveVerb verb) {
        super("policy-changed-meanwhile", verb);
    }
}
