package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same thing done to many mailboxes. It is planned first, which does nothing but look at everybody; once started it
 * goes on by itself, through pauses and restarts, until everybody's turn has come or it is cancelled. {@link BulkVerb}
 * says which move is right in which state; every other throws {@link WrongBulkState} and changes nothing.
 */
@Entity
@Table(name = "bulk_run")
@NamedQuery(name = BulkRun.PAGE, query = "select r from BulkRun r where r.id < :before order by r.id desc")
@NamedQuery(name = BulkRun.IN_STATE, query = "select r from BulkRun r where r.state = :state order by r.id")
public class BulkRun {
    static final String PAGE = "BulkRun.page";
    static final String IN_STATE = "BulkRun.inState";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private BulkKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "revocation_cause")
    private @Nullable RevocationCause cause;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private BulkState state;

    @Column(nullable = false)
    private String chosen;

    @Column(nullable = false)
    private String reason;

    @Column(name = "planned_by", nullable = false)
    private String plannedBy;

    @Column(name = "planned_at", nullable = false)
    private Instant plannedAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected BulkRun() {}

    /** A run that has been planned. */
    public BulkRun(BulkTerms terms) {
        this.kind = terms.kind();
        this.cause = terms.cause().orElse(null);
        this.state = BulkState.PLANNED;
        this.chosen = terms.chosen();
        this.reason = terms.reason();
        this.plannedBy = terms.by();
        this.plannedAt = terms.at();
        this.changedAt = terms.at();
    }

    /** Makes that move. */
    public void move(BulkVerb verb, Instant at) {
        check(verb);
        state = verb.to();
        changedAt = at;
    }

    /** Refuses what is no right move now. */
    public void check(BulkVerb verb) {
        if (!state.allows(verb)) {
            throw new WrongBulkState(id(), state, verb);
        }
    }

    /** Number, given when it is added. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("not added yet");
        }
        return id;
    }

    public BulkState state() {
        return state;
    }

    public BulkTerms terms() {
        return new BulkTerms(kind, Optional.ofNullable(cause), chosen, reason, plannedBy, plannedAt);
    }

    /** When its state changed last. */
    public Instant changedAt() {
        return changedAt;
    }

    /** How the audit log names it. */
    public String label() {
        return "bulk run " + id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BulkRun that && id != null && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return plannedAt.hashCode();
    }
}
