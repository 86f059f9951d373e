package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** The request is in a state in which this cannot be done to it; nothing was changed. */
public final class WrongApprovalState extends WrongState {
    private static final long serialVersionUID = 1;

    WrongApprovalState(ApprovalState state, ApprovalVerb verb) {
        super("wrong-approval-state", state, verb);
    }
}
