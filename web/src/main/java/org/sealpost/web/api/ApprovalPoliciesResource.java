package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.PolicyChange;
import org.sealpost.approval.Requested;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.SensitiveVerb;

/** How many people must agree to what, for programs. */
@Path("approval-policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
public class ApprovalPoliciesResource {

    @Inject
    ApprovalPolicyService policies;

    /** Every policy. */
    @GET
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    @Operation(summary = "How many people must agree to what")
    public List<Policy> list() {
        return policies.policies().stream().map(row -> Policy.of(row.policy())).toList();
    }

    /**
     * Changes a policy, or asks others for it.
     *
     * @param verb name of the verb
     * @param wanted the policy that is to hold
     * @return what came of it
     */
    @PUT
    @Path("{verb}")
    @RolesAllowed("km-admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a policy; as many as the policy before asked for must agree first")
    public Outcome change(@PathParam("verb") String verb, @Nullable Change wanted) {
        SensitiveVerb which = Constants.named(SensitiveVerb.class, verb);
        if (wanted == null) {
            throw new BadRequestException();
        }
        Requested requested = policies.change(new PolicyChange(
                policies.policy(which), wanted.policy(which), text(wanted.reason()), text(wanted.ticket())));
        return new Outcome(requested.request(), requested instanceof Requested.CarriedOut);
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }

    /**
     * A policy on the wire.
     *
     * @param people how many besides the requester must agree; 0 carries it out at once
     * @param role the role that they must have
     * @param hours how long a request waits
     */
    public record Policy(
            String verb, int people, String role, long hours, boolean reasonRequired, boolean ticketRequired) {
        static Policy of(ApprovalPolicy policy) {
            return new Policy(
                    policy.verb().name(),
                    policy.people(),
                    policy.approverRole(),
                    policy.expiry().toHours(),
                    policy.reasonRequired(),
                    policy.ticketRequired());
        }
    }

    /**
     * A wanted policy on the wire.
     *
     * @param reason why it is to be changed
     */
    public record Change(
            int people,
            @Nullable String role,
            long hours,
            boolean reasonRequired,
            boolean ticketRequired,
            @Nullable String reason,
            @Nullable String ticket) {
        ApprovalPolicy policy(SensitiveVerb verb) {
            try {
                return new ApprovalPolicy(
                        verb,
                        people,
                        role == null ? ApprovalPolicy.STANDARD_ROLE : role,
                        Duration.ofHours(hours),
                        reasonRequired,
                        ticketRequired);
            } catch (IllegalArgumentException e) {
                throw new BadRequestException(e);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param request number of the request
     * @param carriedOut whether it holds already; else others have to agree
     */
    public record Outcome(long request, boolean carriedOut) {}
}
