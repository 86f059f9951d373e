package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.Requested;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.PartnerId;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationService;
import org.sealpost.web.Texts;

/** Ending the certificates of a partner's address, by the service that ends those of mailboxes. */
@Named
@ViewScoped
public class PartnerRevokingView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    RevocationService revocation;

    @Inject
    ApprovalPolicyService policies;

    @Inject
    PartnersView partners;

    @Inject
    Texts texts;

    private final Grounds grounds = new Grounds();
    private @Nullable String address;
    private @Nullable RevocationCause cause;
    private @Nullable LocalDateTime since;
    private transient @Nullable ApprovalPolicy policy;

    /** Opens the dialog for that address, empty. */
    public void begin(String chosen) {
        address = chosen;
        cause = null;
        since = null;
        grounds.forget();
        policy = policies.policy(SensitiveVerb.REVOKE);
    }

    /** Ends all certificates of the address that are in force. */
    public void revoke() {
        Optional<LocalDateTime> known = Optional.ofNullable(isCompromised() ? since : null);
        Requested requested = revocation.revoke(
                PartnerId.of(requireNonNull(address)),
                new Revocation(
                        requireNonNull(cause),
                        known.map(at -> at.atZone(ZoneId.systemDefault()).toInstant()),
                        grounds.reason()),
                grounds.ticket());
        partners.changed();
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("approvals.asked", waiting.people(), waiting.request());
        } else {
            texts.done("partners.revoked");
        }
    }

    /** The address; null before one was chosen. */
    public @Nullable String getAddress() {
        return address;
    }

    /** What can have happened to a partner; only mailboxes of our own move with their keys. */
    public List<RevocationCause> getCauses() {
        return List.of(RevocationCause.COMPROMISED, RevocationCause.LEFT);
    }

    /** Whether to ask since when. */
    public boolean isCompromised() {
        return cause == RevocationCause.COMPROMISED;
    }

    public @Nullable RevocationCause getCause() {
        return cause;
    }

    public void setCause(@Nullable RevocationCause cause) {
        this.cause = cause;
    }

    /** Since when the key may have been in other hands, by the server's clock on the wall; null when not known. */
    public @Nullable LocalDateTime getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDateTime since) {
        this.since = since;
    }

    /** Why, and under which ticket. */
    public Grounds getGrounds() {
        return grounds;
    }

    /** Who must agree; null before an address was chosen. */
    public @Nullable ApprovalPolicy getPolicy() {
        if (policy == null && address != null) {
            policy = policies.policy(SensitiveVerb.REVOKE);
        }
        return policy;
    }
}
