package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.PolicyChange;
import org.sealpost.approval.PolicyRow;
import org.sealpost.approval.Requested;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.web.Texts;

/** The policies page: how many people must agree to what, and changing that. */
@Named
@ViewScoped
public class PoliciesView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> ROLES = List.of("recovery-officer", "km-admin", "mailbox-admin", "auditor");

    @Inject
    ApprovalPolicyService policies;

    @Inject
    Texts texts;

    private transient List<PolicyRow> rows = List.of();
    private @Nullable ApprovalPolicy selected;

    @Min(0)
    @Max(ApprovalPolicy.MOST_PEOPLE)
    private int people;

    private String role = ApprovalPolicy.STANDARD_ROLE;

    @Min(1)
    @Max(2160)
    private long hours = 1;

    private boolean reasonRequired;
    private boolean ticketRequired;

    private final Grounds grounds = new Grounds();

    /** Shows every policy. */
    public void load() {
        rows = policies.policies();
    }

    /** Opens one policy for a change. */
    public void select(SensitiveVerb verb) {
        ApprovalPolicy now = policies.policy(verb);
        selected = now;
        people = now.people();
        role = now.approverRole();
        hours = Math.max(1, now.expiry().toHours());
        reasonRequired = now.reasonRequired();
        ticketRequired = now.ticketRequired();
        grounds.forget();
    }

    /** Makes the change that the form holds, or asks others for it. */
    public void change() {
        ApprovalPolicy before = requireNonNull(selected);
        ApprovalPolicy after = new ApprovalPolicy(
                before.verb(), people, role, Duration.ofHours(hours), reasonRequired, ticketRequired);
        Requested requested = policies.change(new PolicyChange(before, after, grounds.reason(), grounds.ticket()));
        selected = null;
        load();
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("approvals.asked", waiting.people(), waiting.request());
        } else {
            texts.done("policies.changed");
        }
    }

    /** Who must agree to a change of the open policy; null when none is open. */
    public @Nullable ApprovalPolicy getAgreement() {
        ApprovalPolicy open = selected;
        return open == null
                ? null
                : policies.policy(SensitiveVerb.CHANGE_POLICY).atLeast(open.people());
    }

    /** Every policy; asked for again where the session was stored meanwhile. */
    public List<PolicyRow> getRows() {
        return rows;
    }

    /** The open policy; null when none is. */
    public @Nullable ApprovalPolicy getSelected() {
        return selected;
    }

    /** The roles to choose from. */
    public List<String> getRoles() {
        return ROLES;
    }

    public int getPeople() {
        return people;
    }

    public void setPeople(int people) {
        this.people = people;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public long getHours() {
        return hours;
    }

    public void setHours(long hours) {
        this.hours = hours;
    }

    public boolean isReasonRequired() {
        return reasonRequired;
    }

    public void setReasonRequired(boolean reasonRequired) {
        this.reasonRequired = reasonRequired;
    }

    public boolean isTicketRequired() {
        return ticketRequired;
    }

    public void setTicketRequired(boolean ticketRequired) {
        this.ticketRequired = ticketRequired;
    }

    /** Why, and under which ticket. */
    public Grounds getGrounds() {
        return grounds;
    }
}
