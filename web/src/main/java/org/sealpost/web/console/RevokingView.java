package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.Requested;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationService;
import org.sealpost.web.Texts;

/** Revoking the open mailbox: what will happen is shown first, and differs with the cause. */
@Named
@ViewScoped
public class RevokingView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    RevocationService revocation;

    @Inject
    ApprovalPolicyService policies;

    @Inject
    MailboxView mailbox;

    @Inject
    Texts texts;

    private @Nullable RevocationCause cause;
    private @Nullable LocalDateTime since;
    private @Nullable String reason;
    private @Nullable String ticket;
    private transient @Nullable ApprovalPolicy policy;

    /** Opens the dialog for that cause, empty. */
    public void begin(RevocationCause chosen) {
        cause = chosen;
        since = null;
        reason = null;
        ticket = null;
        policy = policies.policy(SensitiveVerb.REVOKE);
    }

    /** Revokes the open mailbox. */
    public void revoke() {
        RevocationCause chosen = requireNonNull(cause);
        Requested requested = revocation.revoke(
                mailbox.mailbox(),
                new Revocation(
                        chosen,
                        Optional.ofNullable(isCompromised() ? since : null)
                                .map(at -> at.atZone(ZoneId.systemDefault()).toInstant()),
                        requireNonNull(reason)),
                ticket == null ? "" : ticket);
        mailbox.changed();
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("approvals.asked", waiting.people(), waiting.request());
        } else {
            texts.done("mailboxes.revoked." + chosen);
        }
    }

    /** The chosen cause; null before one was chosen. */
    public @Nullable RevocationCause getCause() {
        return cause;
    }

    /** Whether to ask since when. */
    public boolean isCompromised() {
        return cause == RevocationCause.COMPROMISED;
    }

    /** Since when the keys may have been in other hands, by the server's clock on the wall; null when not known. */
    public @Nullable LocalDateTime getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDateTime since) {
        this.since = since;
    }

    /** Who must agree; null before a cause was chosen. */
    public @Nullable ApprovalPolicy getPolicy() {
        return policy;
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
