package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.acme.PartnerQuery;
import org.sealpost.acme.PartnerService;
import org.sealpost.audit.RecordedAs;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.Act;
import org.sealpost.model.Page;

/** Accounts of partners outside, for programs. Their certificates are ended by address, as those of mailboxes. */
@Path("partners")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"mailbox-admin", "auditor"})
@Tag(name = "Partners")
public class PartnersResource {

    private static final int ROWS = 100;

    @Inject
    PartnerService partners;

    /** Accounts, newest first. */
    @GET
    @Operation(summary = "ACME accounts of partners outside, newest first")
    public PartnersOnWire.Partners list(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after) {
        Page<PartnersOnWire.Partner> page = partners.page(new PartnerQuery(
                        text, Constants.ifNamed(AcmeAccountState.class, state), Optional.ofNullable(after), ROWS))
                .map(PartnersOnWire.Partner::of);
        return new PartnersOnWire.Partners(page.rows(), page.nextKey().orElse(null));
    }

    /** One account. */
    @GET
    @Path("{id}")
    @Operation(summary = "One account, with how many of its certificates are in force")
    public PartnersOnWire.Partner partner(@PathParam("id") String id) {
        return PartnersOnWire.Partner.of(partners.partner(id));
    }

    /** What an account has ordered. */
    @GET
    @Path("{id}/orders")
    @Operation(summary = "What an account has ordered, newest first, each with the certificate that came of it")
    public PartnersOnWire.PartnerOrders orders(
            @PathParam("id") String id, @QueryParam("after") @Nullable String after) {
        Page<PartnersOnWire.PartnerOrder> page =
                partners.orders(id, Optional.ofNullable(after), ROWS).map(PartnersOnWire.PartnerOrder::of);
        return new PartnersOnWire.PartnerOrders(page.rows(), page.nextKey().orElse(null));
    }

    /** Ends an account at once. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("mailbox-admin")
    @RecordedAs(Act.CLOSE_PARTNER_ACCOUNT)
    @Operation(summary = "End an account at once and for good; its certificates stay in force")
    public PartnersOnWire.Partner deactivate(
            @PathParam("id") String id, @QueryParam("reason") @DefaultValue("") String reason) {
        partners.deactivate(id, reason);
        return partner(id);
    }
}
