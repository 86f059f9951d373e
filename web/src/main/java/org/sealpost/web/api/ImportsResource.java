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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.model.Act;
import org.sealpost.model.Page;
import org.sealpost.moving.ImportService;

/** People who come from another organisation, for programs. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Moving between organisations")
public class ImportsResource {

    private static final int ROWS = 100;

    @Inject
    ImportService imports;

    /** Our transfer certificate. */
    @POST
    @Path("certificate")
    @RecordedAs(Act.OFFER_TRANSFER)
    @Operation(summary = "The certificate that other Key Managers seal to, made anew when there is none that lasts")
    public MovingOnWire.Offer offer() {
        return MovingOnWire.Offer.of(imports.offer());
    }

    /** Imports, newest first. */
    @GET
    @Operation(summary = "Files of other Key Managers that were looked at or taken in, newest first")
    public MovingOnWire.Imports list(@QueryParam("after") @Nullable String after) {
        Page<MovingOnWire.Import> page =
                imports.imports(Optional.ofNullable(after), ROWS).map(MovingOnWire.Import::of);
        return new MovingOnWire.Imports(page.rows(), page.nextKey().orElse(null));
    }

    /** The dry run. */
    @POST
    @Consumes(MovingOnWire.FILE)
    @RecordedAs(Act.LOOK_AT_IMPORT)
    @Operation(summary = "Look at another Key Manager's file: what would become of everybody; nothing is taken in")
    public MovingOnWire.Import look(@QueryParam("fingerprint") @DefaultValue("") String fingerprint, byte[] file) {
        return imported(imports.look(file, fingerprint));
    }

    /** One import. */
    @GET
    @Path("{id}")
    @Operation(summary = "One import and how it stands")
    public MovingOnWire.Import imported(@PathParam("id") long id) {
        return MovingOnWire.Import.of(imports.imported(id));
    }

    /** Its mailboxes. */
    @GET
    @Path("{id}/mailboxes")
    @Operation(summary = "The mailboxes of an import: what was found, or became of them")
    public MovingOnWire.Arrivals mailboxes(@PathParam("id") long id, @QueryParam("after") @Nullable String after) {
        Page<MovingOnWire.Arrival> page =
                imports.mailboxes(id, Optional.ofNullable(after), ROWS).map(MovingOnWire.Arrival::of);
        return new MovingOnWire.Arrivals(page.rows(), page.nextKey().orElse(null));
    }

    /** Asks for it to be taken in. */
    @POST
    @Path("{id}/request")
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.IMPORT_MAILBOXES)
    @Operation(summary = "Ask for those to be taken in who can be")
    public Asked takeIn(@PathParam("id") long id, MovingOnWire.@Nullable Grounds grounds) {
        if (grounds == null) {
            throw new BadRequestException();
        }
        return Asked.of(imports.takeIn(
                id,
                Objects.requireNonNullElse(grounds.reason(), ""),
                Objects.requireNonNullElse(grounds.ticket(), "")));
    }

    /** The receipt. */
    @GET
    @Path("{id}/receipt")
    @Produces(MovingOnWire.FILE)
    @RecordedAs(Act.SIGN_RECEIPT)
    @Operation(summary = "The receipt for those who are here, for the Key Manager that they come from")
    public byte[] receipt(@PathParam("id") long id) {
        return imports.receipt(id);
    }

    /** Gives it up. */
    @DELETE
    @Path("{id}")
    @RecordedAs(Act.DROP_IMPORT)
    @Operation(summary = "Give an import up before anybody is taken in")
    public MovingOnWire.Import drop(@PathParam("id") long id) {
        imports.drop(id);
        return imported(id);
    }
}
