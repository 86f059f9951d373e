package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalPolicyRepository;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ChosenPolicy;
import org.sealpost.model.SensitiveVerb;

/**
 * Puts another policy in force at once; requests that are open become stricter with it. Changing a policy needs as many
 * people as the policy itself did, so that nobody goes around many by asking few.
 */
@ApplicationScoped
class ChangePolicy implements ApprovedAct {
    @Inject
    ApprovalPolicyRepository policies;

    @Inject
    ApprovedActs acts;

    @Inject
    ApprovalRepository requests;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.CHANGE_POLICY;
    }

    @Override
    public int leastPeople(String payload) {
        return PolicyPayload.parse(payload).before().people();
    }

    @Override
    public Explanation explain(String payload) {
        ApprovalPolicy after = PolicyPayload.parse(payload).after();
        return Explanation.of(
                "change-policy",
                after.verb(),
                PolicyPayload.parse(payload).before().people(),
                after.people(),
                after.approverRole(),
                after.expiry().toMinutes());
    }

    @Override
    public void check(String payload) {
        PolicyPayload change = PolicyPayload.parse(payload);
        SensitiveVerb verb = change.after().verb();
        if (!acts.policy(verb).equals(change.before())) {
            throw new PolicyChangedMeanwhile(verb);
        }
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        check(request.terms().payload());
        PolicyPayload change = PolicyPayload.parse(request.terms().payload());
        ApprovalPolicy after = change.after();
        String by = request.requester().login();
        policies.lock(after.verb())
                .ifPresentOrElse(
                        chosen -> chosen.choose(after, by, clock.instant()),
                        () -> policies.add(new ChosenPolicy(after, by, clock.instant())));
        requests.pending(after.verb()).forEach(open -> open.tighten(after));
        acts.followers(after.verb()).forEach(this::tighten);
        return new Done(Act.CHANGE_POLICY, after.verb().name(), describe(change.before()) + " -> " + describe(after));
    }

    private void tighten(SensitiveVerb follower) {
        ApprovalPolicy policy = acts.policy(follower);
        requests.pending(follower).forEach(open -> open.tighten(policy));
    }

    private static String describe(ApprovalPolicy policy) {
        return policy.people() + " of " + policy.approverRole() + " within " + policy.expiry()
                + (policy.reasonRequired() ? ", reason" : "")
                + (policy.ticketRequired() ? ", ticket" : "");
    }
}
