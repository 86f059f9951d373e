package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.Approval;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.MailboxId;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.Signatory;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;
import org.sealpost.protocol.SealpostException;

/** The steps of a request; each call is one transaction, with the request's row locked. */
@ApplicationScoped
@Transactional
class ApprovalDesk {
    @Inject
    ApprovalRepository requests;

    @Inject
    ApprovedActs acts;

    @Inject
    Notices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Keeps a new request, or carries it out at once where nobody else is needed.
     *
     * @param approvers whom to tell that others have to agree
     */
    Requested open(ApprovalTerms terms, Signatory requester, List<MailboxId> approvers) {
        ApprovedAct act = acts.of(terms.verb());
        ApprovalPolicy policy = acts.policy(terms);
        if (policy.reasonRequired() && terms.reason().isEmpty()) {
            throw new ReasonNeeded();
        }
        if (policy.ticketRequired() && terms.ticket().isEmpty()) {
            throw new TicketNeeded();
        }
        act.check(terms.payload());
        ApprovalRequest request = new ApprovalRequest(terms, requester, policy, clock.instant());
        requests.add(request);
        if (request.state() == ApprovalState.APPROVED && act.manner() != ApprovedAct.Manner.BY_REQUESTER) {
            carryOut(act, request);
            return new Requested.CarriedOut(request.id());
        }
        tell(request, approvers);
        audit.success(
                Act.REQUEST_APPROVAL,
                terms.subject(),
                describe(request),
                new Grounds("", terms.reason(), terms.ticket()));
        return new Requested.Waiting(request.id(), request.people());
    }

    /** Whether somebody's yes would be the last one; refuses as {@link #approve}. */
    boolean isLast(long id, Signatory by) {
        return locked(id).isLast(by, clock.instant());
    }

    /**
     * Counts somebody's yes, and carries out what was asked for with the last one.
     *
     * @throws CarryingOutFailed when that fails; then the yes does not count either
     */
    Agreed approve(long id, Signatory by, Runnable contribution) {
        ApprovalRequest request = locked(id);
        boolean complete = request.approve(by, clock.instant());
        contribution.run();
        ApprovedAct act = acts.of(request.terms().verb());
        if (complete && act.manner() != ApprovedAct.Manner.BY_REQUESTER) {
            try {
                carryOut(act, request);
            } catch (SealpostException e) {
                throw new CarryingOutFailed(e);
            }
            agreed(request);
            return new Agreed.CarriedOut();
        }
        agreed(request);
        return complete
                ? new Agreed.ForRequester()
                : new Agreed.Waiting(request.people() - request.approvals().size());
    }

    /** The last yes was given, but carrying out failed for good. */
    void fail(long id, Signatory by, SealpostException failure) {
        ApprovalRequest request = locked(id);
        request.approve(by, clock.instant());
        request.fail(failure.code() + " " + failure.arguments(), clock.instant());
        agreed(request);
        audit.failure(Act.USE_APPROVAL, request.terms().subject(), describe(request) + ": " + failure.code());
    }

    void refuse(long id, Signatory by, String why) {
        ApprovalRequest request = locked(id);
        request.refuse(by, why, clock.instant());
        audit.success(Act.REFUSE_REQUEST, request.terms().subject(), describe(request) + ": " + why);
    }

    void withdraw(long id, Signatory by) {
        ApprovalRequest request = locked(id);
        request.withdraw(by, clock.instant());
        audit.success(Act.WITHDRAW_REQUEST, request.terms().subject(), describe(request));
    }

    /** Ends a request whose time is over; another server may have done so already. */
    void expire(long id) {
        ApprovalRequest request = locked(id);
        if (!request.state().finished()) {
            request.expire(clock.instant());
            audit.success(Act.EXPIRE_REQUEST, request.terms().subject(), describe(request));
        }
    }

    /** The caller's newest request for that to which everyone has agreed and whose time is not over. */
    Optional<ApprovalRequest> approved(SensitiveVerb verb, String subject, Signatory requester) {
        return requests.approved(verb, subject, requester.id())
                .filter(request -> request.expiresAt().isAfter(clock.instant()));
    }

    /** The requester has done what everyone had agreed to. */
    void use(long id) {
        ApprovalRequest request = locked(id);
        request.complete(clock.instant());
        audit.success(Act.USE_APPROVAL, request.terms().subject(), describe(request), grounds(request));
    }

    ApprovalRequest locked(long id) {
        return requests.lock(id).orElseThrow(() -> new NoSuchRequest(id));
    }

    private void tell(ApprovalRequest request, List<MailboxId> approvers) {
        Notice notice = Notice.approvalWaiting(
                request.terms().verb(),
                request.terms().subject(),
                request.requester().name(),
                request.terms().reason(),
                request.expiresAt());
        approvers.stream()
                .filter(person -> !person.equals(request.requester().id()))
                .forEach(person -> notices.tell(person, notice));
    }

    private void carryOut(ApprovedAct act, ApprovalRequest request) {
        Done done = act.carryOut(request);
        request.complete(clock.instant());
        audit.success(request.requester().login(), done.act(), done.subject(), done.details(), grounds(request));
    }

    private void agreed(ApprovalRequest request) {
        audit.success(Act.APPROVE, request.terms().subject(), describe(request));
    }

    static String describe(ApprovalRequest request) {
        return request.terms().verb() + " #" + request.id();
    }

    private static Grounds grounds(ApprovalRequest request) {
        return new Grounds(
                request.approvals().stream().map(Approval::login).collect(Collectors.joining(", ")),
                request.terms().reason(),
                request.terms().ticket());
    }
}
