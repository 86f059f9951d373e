package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
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

    /** The policy that holds now: what the chosen or the standard one comes to. */
    ApprovalPolicy policy(SensitiveVerb verb) {
        return effective(policies.policy(verb));
    }

    /** What a policy comes to: never fewer people than the act itself needs, and no easier than the verb it follows. */
    ApprovalPolicy effective(ApprovalPolicy chosen) {
        Optional<ApprovedAct> act = find(chosen.verb());
        ApprovalPolicy own = chosen.atLeast(act.map(ApprovedAct::leastPeople).orElse(0));
        return act.flatMap(ApprovedAct::noEasierThan)
                .map(other -> own.asStrictAs(policy(other)))
                .orElse(own);
    }

    /** Verbs whose policies are no easier than that verb's. */
    List<SensitiveVerb> followers(SensitiveVerb verb) {
        return acts.stream()
                .filter(act -> act.noEasierThan().filter(verb::equals).isPresent())
                .map(ApprovedAct::verb)
                .toList();
    }

    /** As {@link #policy(SensitiveVerb)}, for exactly that request. */
    ApprovalPolicy policy(ApprovalTerms terms) {
        return policy(terms.verb()).atLeast(of(terms.verb()).leastPeople(terms.payload()));
    }

    /** How many people the act itself needs, or the verb that it is no easier than. */
    int leastPeople(SensitiveVerb verb) {
        Optional<ApprovedAct> act = find(verb);
        int followed = act.flatMap(ApprovedAct::noEasierThan)
                .map(other -> policy(other).people())
                .orElse(0);
        return Math.max(followed, act.map(ApprovedAct::leastPeople).orElse(0));
    }
}
