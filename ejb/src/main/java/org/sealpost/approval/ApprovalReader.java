package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalPolicyRepository;
import org.sealpost.model.ApprovalQuery;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;

/** Reads requests and policies; each call is one short transaction. */
@ApplicationScoped
@Transactional
class ApprovalReader {
    @Inject
    ApprovalRepository requests;

    @Inject
    ApprovalPolicyRepository policies;

    @Inject
    ApprovedActs acts;

    /** @throws NoSuchRequest when there is none of that number */
    ApprovalRequest byId(long id) {
        return requests.byId(id).orElseThrow(() -> new NoSuchRequest(id));
    }

    Page<ApprovalRow> page(ApprovalQuery query, Optional<String> key, int limit) {
        return requests.page(query, key, limit).map(ApprovalRow::of);
    }

    int count(ApprovalQuery query, int limit) {
        return requests.count(query, limit);
    }

    /** One request with everything about it. */
    ApprovalDetails details(long id) {
        ApprovalRequest request = byId(id);
        ApprovedAct act = acts.of(request.terms().verb());
        return new ApprovalDetails(
                ApprovalRow.of(request),
                request.approvals(),
                act.explain(request.terms().payload()),
                act.manner());
    }

    ApprovalPolicy policy(SensitiveVerb verb) {
        return acts.policy(verb);
    }

    /** What a policy would come to. */
    ApprovalPolicy effective(ApprovalPolicy chosen) {
        return acts.effective(chosen);
    }

    /** Fewest people that a policy of the verb can ask for. */
    int leastPeople(SensitiveVerb verb) {
        return acts.leastPeople(verb);
    }

    /** The policy for exactly that request. */
    ApprovalPolicy policy(ApprovalTerms terms) {
        return acts.policy(terms);
    }

    List<PolicyRow> policies() {
        return Stream.of(SensitiveVerb.values())
                .filter(verb -> acts.find(verb).isPresent())
                .map(verb -> PolicyRow.of(acts.policy(verb), acts.leastPeople(verb), policies.chosen(verb)))
                .toList();
    }

    List<Long> overdue(Instant at, int limit) {
        return requests.overdue(at, limit);
    }
}
