package org.sealpost.approval;

import java.time.Instant;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ApprovalStanding;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.Signatory;

/**
 * One request in a list.
 *
 * @param people how many must agree
 * @param agreed how many have
 * @param approverRole the role that they must have
 */
public record ApprovalRow(
        long id,
        ApprovalTerms terms,
        Signatory requester,
        ApprovalStanding standing,
        int people,
        int agreed,
        String approverRole,
        Instant requestedAt,
        Instant expiresAt) {

    static ApprovalRow of(ApprovalRequest request) {
        return new ApprovalRow(
                request.id(),
                request.terms(),
                request.requester(),
                request.standing(),
                request.people(),
                request.approvals().size(),
                request.approverRole(),
                request.requestedAt(),
                request.expiresAt());
    }
}
