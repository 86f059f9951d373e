package org.sealpost.web.console;

import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.web.Texts;

/** The fields with which others are asked to allow something; they are on the page only where the policy asks for people. */
public final class Asking {
    private final ApprovalPolicy policy;
    private @Nullable String reason;
    private @Nullable String ticket;

    Asking(ApprovalPolicy policy) {
        this.policy = policy;
    }

    /** Tells what came of asking. */
    static void told(Requested requested, Texts texts) {
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("approvals.asked", waiting.people(), waiting.request());
        }
    }

    String reason() {
        return reason == null ? "" : reason;
    }

    String ticket() {
        return ticket == null ? "" : ticket;
    }

    /** Whether somebody else has to allow it. */
    public boolean isNeeded() {
        return policy.people() > 0;
    }

    /** Who. */
    public ApprovalPolicy getPolicy() {
        return policy;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }
}
