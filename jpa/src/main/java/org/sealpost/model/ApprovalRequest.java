package org.sealpost.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something sensitive that somebody asked for. Others agree to it ({@link #approve}); with the last one who is needed it
 * is carried out at once, or by the requester who comes back with what cannot be kept, a password for instance. Until
 * then it can be taken back, refused, or run out of time, and nothing has happened. {@link ApprovalVerb} says which move
 * is right in which state; every other move throws {@link WrongApprovalState} and changes nothing.
 */
@Entity
@Table(name = "approval_request")
@WrittenByAnyServer("people agree before the Key Manager is unlocked, too")
public class ApprovalRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Embedded
    private ApprovalTerms terms;

    @Embedded
    private Requester requester;

    @Column(nullable = false)
    private int people;

    @Column(name = "approver_role", nullable = false)
    private String approverRole;

    @Column(name = "requested_at", nullable = false)
    private Instant requestedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Embedded
    private ApprovalStanding standing;

    @ElementCollection
    @CollectionTable(name = "approval", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position")
    private List<Approval> approvals = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ApprovalRequest() {}

    /** A new request under that policy; approved from the start when the policy needs nobody else. */
    public ApprovalRequest(ApprovalTerms terms, Signatory requester, ApprovalPolicy policy, Instant at) {
        this.terms = terms;
        this.requester = Requester.of(requester);
        this.people = policy.people();
        this.approverRole = policy.approverRole();
        this.requestedAt = at;
        this.expiresAt = at.plus(policy.expiry());
        this.standing = ApprovalStanding.open(people == 0 ? ApprovalState.APPROVED : ApprovalState.PENDING, at);
    }

    /**
     * One more person agrees. Whether that person has the role is the caller's to ask.
     *
     * @return whether that was the last one needed
     * @throws OwnRequest when the requester tries
     * @throws AlreadyApproved when that person has agreed before
     */
    public boolean approve(Signatory by, Instant at) {
        boolean complete = isLast(by, at);
        approvals.add(Approval.by(by, at));
        standing = standing.move(ApprovalVerb.APPROVE, complete ? ApprovalState.APPROVED : ApprovalState.PENDING, at);
        return complete;
    }

    /** Whether that person's yes would be the last one needed now; refuses as {@link #approve} and changes nothing. */
    public boolean isLast(Signatory by, Instant at) {
        require(ApprovalVerb.APPROVE, at);
        refuseRequester(by);
        if (hasApproved(by.id())) {
            throw new AlreadyApproved();
        }
        return approvals.size() + 1 >= people;
    }

    /** What was asked for is done. */
    public void complete(Instant at) {
        require(ApprovalVerb.COMPLETE, at);
        standing = standing.move(ApprovalVerb.COMPLETE, ApprovalState.DONE, at);
    }

    /** @param cause the failure's code and arguments */
    public void fail(String cause, Instant at) {
        standing = standing.move(ApprovalVerb.FAIL, ApprovalState.FAILED, at).because(null, cause);
    }

    /**
     * Somebody who could agree says no.
     *
     * @param why in that person's words
     * @throws OwnRequest when the requester tries: that is what {@link #withdraw} is for
     */
    public void refuse(Signatory by, String why, Instant at) {
        require(ApprovalVerb.REFUSE, at);
        refuseRequester(by);
        standing = standing.move(ApprovalVerb.REFUSE, ApprovalState.REFUSED, at).because(by.login(), why);
    }

    /** @throws NotTheRequester when somebody else tries */
    public void withdraw(Signatory by, Instant at) {
        require(ApprovalVerb.WITHDRAW, at);
        if (!by.is(requester())) {
            throw new NotTheRequester();
        }
        standing = standing.move(ApprovalVerb.WITHDRAW, ApprovalState.WITHDRAWN, at)
                .because(by.login(), "");
    }

    /** Its time is over; asked before that it changes nothing. */
    public void expire(Instant at) {
        if (isOver(at)) {
            standing = standing.move(ApprovalVerb.EXPIRE, ApprovalState.EXPIRED, at);
        }
    }

    /** The policy was changed meanwhile: more people count from now on, fewer do not, and the role is the new one. */
    public void tighten(ApprovalPolicy policy) {
        if (state() == ApprovalState.PENDING) {
            people = Math.max(people, policy.people());
            approverRole = policy.approverRole();
        }
    }

    /** @throws WrongApprovalState unless everyone has agreed and there is still time */
    public void requireApproved(Instant at) {
        require(ApprovalVerb.COMPLETE, at);
    }

    private void require(ApprovalVerb verb, Instant at) {
        if (!state().finished() && isOver(at)) {
            throw new WrongApprovalState(ApprovalState.EXPIRED, verb);
        }
        standing.require(verb);
    }

    private void refuseRequester(Signatory by) {
        if (by.is(requester())) {
            throw new OwnRequest();
        }
    }

    private boolean isOver(Instant at) {
        return !at.isBefore(expiresAt);
    }

    /** @throws IllegalStateException before it was stored */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("the request was not stored yet");
        }
        return id;
    }

    public ApprovalTerms terms() {
        return terms;
    }

    public Signatory requester() {
        return requester.signatory();
    }

    public ApprovalStanding standing() {
        return standing;
    }

    public ApprovalState state() {
        return standing.state();
    }

    /** How many people must agree altogether. */
    public int people() {
        return people;
    }

    /** The role that whoever agrees must have at that time. */
    public String approverRole() {
        return approverRole;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Those who agreed, in that order. */
    public List<Approval> approvals() {
        return List.copyOf(approvals);
    }

    public boolean hasApproved(MailboxId person) {
        return approvals.stream().anyMatch(given -> given.approver().equals(person.value()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApprovalRequest that && id != null && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return requester.hashCode();
    }
}
