package org.sealpost.approval;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalTerms;

/**
 * Another policy for a sensitive verb.
 *
 * @param before what the administrator saw; a change of anything else is refused
 * @param reason in the administrator's words
 * @param ticket number of a ticket; empty where none is asked for
 */
public record PolicyChange(
        @NotNull ApprovalPolicy before,
        @NotNull ApprovalPolicy after,
        @NotNull @Size(max = ApprovalTerms.MAX_REASON) String reason,
        @NotNull @Size(max = ApprovalTerms.MAX_TICKET) String ticket) {}
