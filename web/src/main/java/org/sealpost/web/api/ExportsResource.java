package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.model.Act;
import org.sealpost.model.Page;
import org.sealpost.moving.ExportOrder;
import org.sealpost.moving.ExportService;

/** People who go to another organisation, for programs. */
@Path("exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Moving between organisations")
public class ExportsResource {

    private static final int ROWS = 100;

    @Inject
    ExportService exports;

    /** Exports, newest first. */
    @GET
    @Operation(summary = "Exports of mailboxes to other Key Managers, newest first")
    public MovingOnWire.Exports list(@QueryParam("after") @Nullable String after) {
        Page<MovingOnWire.Export> page =
                exports.exports(Optional.ofNullable(after), ROWS).map(MovingOnWire.Export::of);
        return new MovingOnWire.Exports(page.rows(), page.nextKey().orElse(null));
    }

    /** Asks for an export. */
    @POST
    @OnlyOnce
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.EXPORT_MAILBOXES)
    @Operation(summary = "Ask for mailboxes with their key history to be sealed for another Key Manager")
    public MovingOnWire.AskedForExport export(MovingOnWire.@Nullable Order order) {
        if (order == null || order.certificate() == null || order.addresses() == null) {
            throw new BadRequestException();
        }
        List<String> addresses = order.addresses().stream()
                .map(address -> Objects.requireNonNullElse(address, ""))
                .toList();
        return MovingOnWire.AskedForExport.of(exports.export(new ExportOrder(
                addresses,
                order.certificate().getBytes(StandardCharsets.US_ASCII),
                Objects.requireNonNullElse(order.fingerprint(), ""),
                Objects.requireNonNullElse(order.reason(), ""),
                Objects.requireNonNullElse(order.ticket(), ""))));
    }

    /** One export. */
    @GET
    @Path("{id}")
    @Operation(summary = "One export and how it stands")
    public MovingOnWire.Export exported(@PathParam("id") long id) {
        return MovingOnWire.Export.of(exports.exported(id));
    }

    /** Its mailboxes. */
    @GET
    @Path("{id}/mailboxes")
    @Operation(summary = "The mailboxes of an export, and which of them have moved")
    public MovingOnWire.Departures mailboxes(@PathParam("id") long id, @QueryParam("after") @Nullable String after) {
        Page<MovingOnWire.Departure> page =
                exports.mailboxes(id, Optional.ofNullable(after), ROWS).map(MovingOnWire.Departure::of);
        return new MovingOnWire.Departures(page.rows(), page.nextKey().orElse(null));
    }

    /** The sealed file. */
    @GET
    @Path("{id}/file")
    @Produces(MovingOnWire.FILE)
    @RecordedAs(Act.FETCH_EXPORT)
    @Operation(summary = "The sealed file of an export, for the other Key Manager alone")
    public byte[] file(@PathParam("id") long id) {
        return exports.file(id);
    }

    /** Gives it up. */
    @DELETE
    @Path("{id}")
    @RecordedAs(Act.WITHDRAW_EXPORT)
    @Operation(summary = "Give an export up; who has moved stays moved")
    public MovingOnWire.Export withdraw(@PathParam("id") long id) {
        exports.withdraw(id);
        return exported(id);
    }

    /** Takes the other Key Manager's receipt. */
    @POST
    @Path("receipts")
    @Consumes(MovingOnWire.FILE)
    @RecordedAs(Act.CONFIRM_EXPORT)
    @Operation(summary = "Bring the other Key Manager's receipt: who has arrived has moved, and is revoked here")
    public MovingOnWire.Confirmation confirm(byte[] receipt) {
        return MovingOnWire.Confirmation.of(exports.confirm(receipt));
    }
}
