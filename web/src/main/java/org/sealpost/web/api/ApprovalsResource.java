package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalDetails;
import org.sealpost.approval.ApprovalRow;
import org.sealpost.approval.ApprovalService;
import org.sealpost.model.Approval;
import org.sealpost.model.ApprovalQuery;
import org.sealpost.model.Page;

/** Requests for what is sensitive, for programs. */
@Path("approvals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@Tag(name = "Approvals")
public class ApprovalsResource {

    private static final int ROWS = 100;

    @Inject
    ApprovalService approvals;

    /**
     * Requests, newest first.
     *
     * @param which {@code waiting} for the caller's yes, the caller's {@code own}, or {@code all} for those with a role
     * @param after {@code next} of the page before; the first page without it
     * @return up to a hundred requests
     */
    @GET
    @Operation(summary = "Requests: waiting for your yes (waiting), your own (own), or everybody's (all)")
    public Requests list(
            @QueryParam("which") @DefaultValue("waiting") String which, @QueryParam("after") @Nullable String after) {
        Optional<String> key = Optional.ofNullable(after);
        Page<ApprovalRow> page =
                switch (which) {
                    case "own" -> approvals.own(key, ROWS);
                    case "all" -> approvals.all(new ApprovalQuery.Everybodys(null), key, ROWS);
                    default -> approvals.waiting(key, ROWS);
                };
        return new Requests(
                page.rows().stream().map(row -> Request.of(row, null)).toList(),
                page.nextKey().orElse(null));
    }

    /**
     * One request with those who have agreed.
     *
     * @param id its number
     * @return the request
     */
    @GET
    @Path("{id}")
    @Operation(summary = "One request, with those who have agreed")
    public Request one(@PathParam("id") long id) {
        ApprovalDetails details = approvals.explain(id);
        return Request.of(
                details.row(), details.approvals().stream().map(Approval::login).toList());
    }

    /**
     * Agrees.
     *
     * @param id the request's number
     * @return the request as it is then
     */
    @POST
    @Path("{id}/approve")
    @Operation(summary = "Agree; with the last one needed it is carried out at once")
    public Request approve(@PathParam("id") long id) {
        approvals.approve(id);
        return one(id);
    }

    /**
     * Says no.
     *
     * @param id the request's number
     * @param refusal why
     * @return the request as it is then
     */
    @POST
    @Path("{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say no, with a reason; that ends the request")
    public Request refuse(@PathParam("id") long id, @Nullable No refusal) {
        approvals.refuse(id, refusal == null || refusal.reason() == null ? "" : refusal.reason());
        return one(id);
    }

    /**
     * Takes the caller's own request back.
     *
     * @param id the request's number
     * @return the request as it is then
     */
    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take your own request back")
    public Request withdraw(@PathParam("id") long id) {
        approvals.withdraw(id);
        return one(id);
    }

    /**
     * Why somebody says no.
     *
     * @param reason in that person's words
     */
    public record No(@Nullable String reason) {}

    /**
     * A page of requests.
     *
     * @param requests the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Requests(List<Request> requests, @Nullable String next) {}

    /**
     * A request on the wire.
     *
     * @param id its number
     * @param people how many must agree
     * @param agreed how many have
     * @param approvers login names of those who have; absent in lists
     * @param words why it was refused, or the code of the failure; absent otherwise
     */
    public record Request(
            long id,
            String verb,
            String subject,
            String requester,
            String reason,
            String ticket,
            String state,
            int people,
            int agreed,
            @Nullable List<String> approvers,
            String role,
            Instant requestedAt,
            Instant expiresAt,
            @Nullable String words) {
        static Request of(ApprovalRow row, @Nullable List<String> approvers) {
            return new Request(
                    row.id(),
                    row.terms().verb().name(),
                    row.terms().subject(),
                    row.requester().login(),
                    row.terms().reason(),
                    row.terms().ticket(),
                    row.standing().state().name(),
                    row.people(),
                    row.agreed(),
                    approvers,
                    row.approverRole(),
                    row.requestedAt(),
                    row.expiresAt(),
                    row.standing().words());
        }
    }
}
