package org.sealpost.approval;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import org.sealpost.audit.Audited;
import org.sealpost.directory.Directory;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.stepup.StepUp;

/** How many people must agree to what; a change of that is sensitive itself. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApprovalPolicyService {
    @Inject
    Approvals approvals;

    @Inject
    ApprovalReader reader;

    @Inject
    Directory directory;

    @Inject
    Signers signers;

    /** The policies of every verb that can be asked for. */
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    public List<PolicyRow> policies() {
        return reader.policies();
    }

    /** The policy that holds now, for whoever is about to ask. */
    @RolesAllowed("user")
    public ApprovalPolicy policy(SensitiveVerb verb) {
        return reader.policy(verb);
    }

    /**
     * Changes a policy, or asks others first: as many as the policy before asked for.
     *
     * @throws TooFewPeople when the act itself needs more people
     * @throws PolicyTooEasy when it would be easier than that of the verb that does the same to one
     * @throws TooFewInRole when not enough other people have that role now, so that nobody could ever agree
     * @throws PolicyChangedMeanwhile when somebody else changed it since the administrator looked
     */
    @RolesAllowed("km-admin")
    @StepUp
    @Audited(Act.CHANGE_POLICY)
    public Requested change(@Valid PolicyChange change) {
        ApprovalPolicy after = change.after();
        int least = reader.leastPeople(after.verb());
        if (after.people() < least) {
            throw new TooFewPeople(least);
        }
        if (!reader.effective(after).equals(after)) {
            throw new PolicyTooEasy(after.verb());
        }
        long others = directory.holders(after.approverRole()).stream()
                .filter(entry -> !entry.id().equals(signers.current().id()))
                .count();
        if (others < after.people()) {
            throw new TooFewInRole(after.approverRole(), others);
        }
        return approvals.request(
                SensitiveVerb.CHANGE_POLICY,
                after.verb().name(),
                new PolicyPayload(change.before(), after).json(),
                change.reason(),
                change.ticket());
    }
}
