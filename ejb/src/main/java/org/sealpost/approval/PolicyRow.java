package org.sealpost.approval;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ChosenPolicy;

/**
 * One policy in the list.
 *
 * @param policy what holds now
 * @param least fewest people that can be chosen, because the act itself needs them
 * @param changedBy login name of whoever chose it; empty while the standard holds
 * @param changedAt when it was chosen
 */
public record PolicyRow(ApprovalPolicy policy, int least, Optional<String> changedBy, Optional<Instant> changedAt) {
    static PolicyRow of(ApprovalPolicy policy, int least, Optional<ChosenPolicy> chosen) {
        return new PolicyRow(policy, least, chosen.map(ChosenPolicy::changedBy), chosen.map(ChosenPolicy::changedAt));
    }
}
