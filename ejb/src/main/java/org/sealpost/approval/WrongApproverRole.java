package org.sealpost.approval;

import org.sealpost.protocol.NotAuthentic;

/** Whoever wants to agree does not have the role that the policy asks for; nothing was changed. */
public final class WrongApproverRole extends NotAuthentic {
    private static final long serialVersionUID = 1;

    WrongApproverRole(String role) {
        super("wrong-approver-role", role);
    }
}
