package org.sealpost.approval;

import java.util.List;
import org.sealpost.model.Approval;

/**
 * One request with everything about it.
 *
 * @param approvals who has agreed, in that order
 * @param explanation what will happen
 * @param manner how whoever agrees does so
 */
public record ApprovalDetails(
        ApprovalRow row, List<Approval> approvals, Explanation explanation, ApprovedAct.Manner manner) {
    public ApprovalDetails {
        approvals = List.copyOf(approvals);
    }
}
