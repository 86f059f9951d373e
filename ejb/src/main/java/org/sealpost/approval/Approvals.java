package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.Signatory;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.Unavailable;

/**
 * Asking for something sensitive and agreeing to it; for the services of the features, which check the caller's role
 * and his password first. Who it is, and who has which role, is asked of the directory at that moment: so all of it is
 * called outside a transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class Approvals {
    @Inject
    ApprovalDesk desk;

    @Inject
    ApprovalReader reader;

    @Inject
    Signers signers;

    /**
     * Asks for it: does it at once where the policy needs nobody else, in one transaction with its audit entry.
     *
     * @param subject whom or what it is about, as the audit log names it: an address with the mailbox's id
     * @param payload everything that is needed to carry it out, as JSON, never secret
     * @param reason in the requester's words; may be empty unless the policy asks for it
     * @param ticket number of a ticket; may be empty unless the policy asks for it
     * @throws ReasonNeeded when the policy asks for a reason and there is none
     * @throws TicketNeeded when the policy asks for a ticket and there is none
     * @throws SealpostException whatever the act refuses or fails with; then nothing was asked for
     */
    public Requested request(SensitiveVerb verb, String subject, String payload, String reason, String ticket) {
        ApprovalTerms terms = new ApprovalTerms(verb, subject, payload, reason, ticket);
        ApprovalPolicy policy = reader.policy(terms);
        return desk.open(
                terms, signers.current(), policy.people() == 0 ? List.of() : signers.holders(policy.approverRole()));
    }

    /**
     * Counts the caller's yes. With the last one what was asked for is carried out, in the same transaction.
     *
     * @param contribution what is to be kept together with the yes; run in the same transaction, before the carrying-out
     * @throws NoSuchRequest when there is none of that number
     * @throws WrongApproverRole unless the directory gives the caller the policy's role now
     * @throws org.sealpost.model.OwnRequest when it is the caller's own
     * @throws org.sealpost.model.AlreadyApproved when the caller has agreed before
     * @throws org.sealpost.model.WrongApprovalState when it is closed, or its time is over
     * @throws Unavailable when it cannot be carried out at present; the yes does not count, and can be given again
     */
    public Agreed approve(long request, Runnable contribution) {
        Signatory caller = approver(request);
        try {
            return desk.approve(request, caller, contribution);
        } catch (CarryingOutFailed e) {
            if (e.failure() instanceof Unavailable) {
                throw e.failure();
            }
            desk.fail(request, caller, e.failure());
            return new Agreed.Failed(e.failure());
        }
    }

    /**
     * For what takes its time before a yes: whether the caller's would be the last one needed. Throws as {@link #approve}.
     */
    public boolean isLast(long request) {
        return desk.isLast(request, approver(request));
    }

    /** Says no; throws as {@link #approve}. */
    void refuse(long request, String why) {
        desk.refuse(request, approver(request), why);
    }

    /**
     * Takes the caller's own request back.
     *
     * @throws NoSuchRequest when there is none of that number
     * @throws org.sealpost.model.NotTheRequester when it is somebody else's
     * @throws org.sealpost.model.WrongApprovalState when it is closed
     */
    public void withdraw(long request) {
        desk.withdraw(request, signers.current());
    }

    /**
     * For what the requester does himself, because it needs a secret of his: whether he may now.
     *
     * @return what to give to {@link #used} when it is done
     * @throws ApprovalNeeded when others have to agree and have not
     */
    public Permit permit(SensitiveVerb verb, String subject) {
        ApprovalPolicy policy = reader.policy(verb);
        if (policy.people() == 0) {
            return new Permit(OptionalLong.empty());
        }
        String kept = new ApprovalTerms(verb, subject, "", "", "").subject();
        return desk.approved(verb, kept, signers.current())
                .map(request -> new Permit(OptionalLong.of(request.id())))
                .orElseThrow(() -> new ApprovalNeeded(verb, policy.people()));
    }

    /** What was permitted is done. */
    public void used(Permit permit) {
        permit.request().ifPresent(desk::use);
    }

    /** The policy that holds now: how many people are needed, and of which role. */
    public ApprovalPolicy policy(SensitiveVerb verb) {
        return reader.policy(verb);
    }

    private Signatory approver(long request) {
        Signatory caller = signers.current();
        ApprovalRequest asked = reader.byId(request);
        if (!caller.is(asked.requester()) && !signers.has(caller.id(), asked.approverRole())) {
            throw new WrongApproverRole(asked.approverRole());
        }
        return caller;
    }
}
