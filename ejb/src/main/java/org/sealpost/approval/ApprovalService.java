package org.sealpost.approval;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.audit.Audited;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalQuery;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.Signatory;
import org.sealpost.stepup.StepUp;

/**
 * Requests for those who ask and those who agree. Who may agree is not a matter of the session's roles: the directory is
 * asked in that moment, and the requester is refused whatever session he comes by.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApprovalService {
    private static final int MOST_COUNTED = 99;
    private static final List<String> ROLES = List.of("km-admin", "mailbox-admin", "recovery-officer", "auditor");

    @Resource
    SessionContext session;

    @Inject
    Approvals approvals;

    @Inject
    ApprovalReader reader;

    @Inject
    ApprovedActs acts;

    @Inject
    Signers signers;

    @Inject
    Clock clock;

    /** Requests that wait for the caller's yes, newest first. */
    @PermitAll
    public Page<ApprovalRow> waiting(Optional<String> key, int limit) {
        return reader.page(waitingForCaller(), key, limit);
    }

    /** How many wait for the caller's yes; counts to {@value #MOST_COUNTED}. */
    @PermitAll
    public int countWaiting() {
        return reader.count(waitingForCaller(), MOST_COUNTED);
    }

    /** The caller's own requests, newest first. */
    @PermitAll
    public Page<ApprovalRow> own(Optional<String> key, int limit) {
        return reader.page(new ApprovalQuery.RequestedBy(signers.current().id()), key, limit);
    }

    /** Everybody's requests, newest first. */
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    public Page<ApprovalRow> all(ApprovalQuery.Everybodys query, Optional<String> key, int limit) {
        return reader.page(query, key, limit);
    }

    /**
     * One request: what will happen, who asked and who agreed. Seen by its requester and by everyone with a role.
     *
     * @throws NoSuchRequest when there is none of that number, or it is not the caller's to see
     */
    @PermitAll
    public ApprovalDetails explain(long request) {
        ApprovalDetails details = reader.details(request);
        if (roles().isEmpty() && !signers.current().is(details.row().requester())) {
            throw new NoSuchRequest(request);
        }
        return details;
    }

    /**
     * The caller agrees; throws as {@link Approvals#approve}.
     *
     * @throws ContributionNeeded when a yes alone is not enough
     */
    @PermitAll
    @StepUp
    @Audited(Act.APPROVE)
    public Agreed approve(long request) {
        SensitiveVerb verb = reader.byId(request).terms().verb();
        if (acts.of(verb).manner() == ApprovedAct.Manner.CONTRIBUTION) {
            throw new ContributionNeeded(verb);
        }
        return approvals.approve(request, () -> {});
    }

    /** The caller says no, and it ends; throws as {@link #approve}. */
    @PermitAll
    @StepUp
    @Audited(Act.REFUSE_REQUEST)
    public void refuse(long request, @NotBlank @Size(max = ApprovalTerms.MAX_REASON) String why) {
        approvals.refuse(request, why);
    }

    /** The caller takes his own request back; throws as {@link Approvals#withdraw}. */
    @PermitAll
    @Audited(Act.WITHDRAW_REQUEST)
    public void withdraw(long request) {
        approvals.withdraw(request);
    }

    /** Who the caller is for requests. */
    @PermitAll
    public Signatory caller() {
        return signers.current();
    }

    private ApprovalQuery waitingForCaller() {
        return new ApprovalQuery.WaitingFor(signers.current().id(), roles(), clock.instant());
    }

    private Set<String> roles() {
        return ROLES.stream().filter(session::isCallerInRole).collect(Collectors.toSet());
    }
}
