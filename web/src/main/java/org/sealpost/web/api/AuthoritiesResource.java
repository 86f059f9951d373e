package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.audit.RecordedAs;
import org.sealpost.model.Act;
import org.sealpost.model.Page;
import org.sealpost.model.TrustState;
import org.sealpost.trust.AuthorityQuery;
import org.sealpost.trust.TrustOrder;
import org.sealpost.trust.TrustService;

/** Authorities of other organisations, for programs. */
@Path("authorities")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Authorities of other organisations")
public class AuthoritiesResource {

    private static final int ROWS = 100;

    @Inject
    TrustService trust;

    /** Authorities, newest first. */
    @GET
    @Operation(summary = "Authorities that are or were trusted, newest first")
    public AuthoritiesOnWire.Authorities list(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after) {
        Page<AuthoritiesOnWire.Authority> page = trust.page(new AuthorityQuery(
                        text, Constants.ifNamed(TrustState.class, state), Optional.ofNullable(after), ROWS))
                .map(AuthoritiesOnWire.Authority::of);
        return new AuthoritiesOnWire.Authorities(page.rows(), page.nextKey().orElse(null));
    }

    /** What a certificate says; trusts nothing. */
    @POST
    @Path("look")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What an authority's certificate (PEM) says, without trusting it")
    public AuthoritiesOnWire.Facts look(AuthoritiesOnWire.@Nullable Order order) {
        return AuthoritiesOnWire.Facts.of(trust.look(certificate(order)));
    }

    /** Trusts an authority, or asks those who have to agree. */
    @POST
    @OnlyOnce
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.TRUST_AUTHORITY)
    @Operation(summary = "Trust an authority for some mail domains, or ask those who have to agree")
    public AuthoritiesOnWire.Asked trust(AuthoritiesOnWire.@Nullable Order order) {
        byte[] certificate = certificate(order);
        Requested requested = trust.trust(new TrustOrder(
                certificate,
                text(order == null ? null : order.fingerprint()),
                text(order == null ? null : order.domains()),
                text(order == null ? null : order.reason()),
                text(order == null ? null : order.ticket())));
        int people = requested instanceof Requested.Waiting waiting ? waiting.people() : 0;
        return new AuthoritiesOnWire.Asked(requested.request(), people);
    }

    private static byte[] certificate(AuthoritiesOnWire.@Nullable Order order) {
        if (order == null || order.certificate() == null) {
            throw new BadRequestException();
        }
        return order.certificate().getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** One authority. */
    @GET
    @Path("{id}")
    @Operation(summary = "One authority with the state of its revocation list")
    public AuthoritiesOnWire.Authority authority(@PathParam("id") long id) {
        return AuthoritiesOnWire.Authority.of(trust.authority(id));
    }

    /** Trusts it no longer, at once. */
    @DELETE
    @Path("{id}")
    @RecordedAs(Act.UNTRUST_AUTHORITY)
    @Operation(summary = "Trust an authority no longer, at once")
    public AuthoritiesOnWire.Authority untrust(
            @PathParam("id") long id, @QueryParam("reason") @DefaultValue("") String reason) {
        trust.untrust(id, reason);
        return authority(id);
    }

    /** Takes its revocation list. */
    @PUT
    @Path("{id}/list")
    @Consumes("application/pkix-crl")
    @RecordedAs(Act.TAKE_AUTHORITY_LIST)
    @Operation(summary = "Bring an authority's revocation list (DER or PEM)")
    public AuthoritiesOnWire.Authority upload(@PathParam("id") long id, byte[] list) {
        trust.upload(id, list);
        return authority(id);
    }

    /** Allows its revocation list to be fetched. */
    @PUT
    @Path("{id}/fetching")
    @RecordedAs(Act.CHANGE_LIST_FETCHING)
    @Operation(summary = "Allow the list to be fetched every hour from an address over plain HTTP")
    public AuthoritiesOnWire.Authority allow(
            @PathParam("id") long id, @QueryParam("address") @DefaultValue("") String address) {
        trust.allowFetching(id, address);
        return authority(id);
    }

    /** Nothing is fetched any more. */
    @DELETE
    @Path("{id}/fetching")
    @RecordedAs(Act.CHANGE_LIST_FETCHING)
    @Operation(summary = "Fetch the list no longer; the one that is there stays")
    public AuthoritiesOnWire.Authority forbid(@PathParam("id") long id) {
        trust.forbidFetching(id);
        return authority(id);
    }

    /** Fetches now. */
    @POST
    @Path("{id}/fetching")
    @RecordedAs(Act.TAKE_AUTHORITY_LIST)
    @Operation(summary = "Fetch the list now")
    public AuthoritiesOnWire.Authority fetch(@PathParam("id") long id) {
        trust.fetchNow(id);
        return authority(id);
    }
}
