package org.sealpost.web.console;

import org.sealpost.approval.Requested;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.web.Texts;

/** The fields with which others are asked to allow something; they are on the page only where the policy asks for people. */
public final class Asking extends Grounds {
    private static final long serialVersionUID = 1L;

    private final ApprovalPolicy policy;

    Asking(ApprovalPolicy policy) {
        this.policy = policy;
    }

    /** Tells what came of asking. */
    static void told(Requested requested, Texts texts) {
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("approvals.asked", waiting.people(), waiting.request());
        }
    }

    /** Whether somebody else has to allow it. */
    public boolean isNeeded() {
        return policy.people() > 0;
    }

    /** Who. */
    public ApprovalPolicy getPolicy() {
        return policy;
    }
}
