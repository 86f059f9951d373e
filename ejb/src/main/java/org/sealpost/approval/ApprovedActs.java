package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalPolicyRepository;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.SensitiveVerb;

/** The acts of all features, by their verbs. */
@ApplicationScoped
class ApprovedActs {
    @Inject
    @Any
    Instance<ApprovedAct> acts;

    @Inject
    ApprovalPolicyRepository policies;

    /** @throws IllegalStateException when no feature carries that verb out */
    ApprovedAct of(SensitiveVerb verb) {
        return find(verb).orElseThrow(() -> new IllegalStateException("nothing carries out " + verb));
    }

    Optional<ApprovedAct> find(SensitiveVerb verb) {
        return acts.stream().filter(act -> act.verb() == verb).findFirst();
    }

    /** The policy that holds now: the chosen or the standard one, and never fewer people than the act itself needs. */
    ApprovalPolicy policy(SensitiveVerb verb) {
        return policies.policy(verb).atLeast(leastPeople(verb));
    }

    /** As {@link #policy(SensitiveVerb)}, for exactly that request. */
    ApprovalPolicy policy(ApprovalTerms terms) {
        return policy(terms.verb()).atLeast(of(terms.verb()).leastPeople(terms.payload()));
    }

    /** How many people the act itself needs. */
    int leastPeople(SensitiveVerb verb) {
        return find(verb).map(ApprovedAct::leastPeople).orElse(0);
    }
}
