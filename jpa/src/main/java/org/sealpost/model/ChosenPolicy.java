package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A policy that somebody chose instead of the standard one, and who did so when. */
@Entity
@Table(name = "approval_policy")
@WrittenByAnyServer("how many people must agree is no key")
public class ChosenPolicy {
    @Id
    @Enumerated(EnumType.STRING)
    private SensitiveVerb verb;

    /** Null until it is stored: that tells a new row from one to be updated. */
    @Version
    private @Nullable Integer version;

    @Column(nullable = false)
    private int people;

    @Column(name = "approver_role", nullable = false)
    private String approverRole;

    @Column(name = "expiry_minutes", nullable = false)
    private long expiryMinutes;

    @Column(name = "reason_required", nullable = false)
    private boolean reasonRequired;

    @Column(name = "ticket_required", nullable = false)
    private boolean ticketRequired;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ChosenPolicy() {}

    /** @param by login name of whoever chose it */
    public ChosenPolicy(ApprovalPolicy policy, String by, Instant at) {
        this.verb = policy.verb();
        choose(policy, by, at);
    }

    /** Chooses another policy for the same verb. */
    public final void choose(ApprovalPolicy policy, String by, Instant at) {
        if (policy.verb() != verb) {
            throw new IllegalArgumentException("a policy for " + verb + " cannot become one for " + policy.verb());
        }
        people = policy.people();
        approverRole = policy.approverRole();
        expiryMinutes = policy.expiry().toMinutes();
        reasonRequired = policy.reasonRequired();
        ticketRequired = policy.ticketRequired();
        changedBy = by;
        changedAt = at;
    }

    public ApprovalPolicy policy() {
        return new ApprovalPolicy(
                verb, people, approverRole, Duration.ofMinutes(expiryMinutes), reasonRequired, ticketRequired);
    }

    /** Login name of whoever chose it last. */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChosenPolicy that && verb == that.verb;
    }

    @Override
    public int hashCode() {
        return verb.hashCode();
    }
}
