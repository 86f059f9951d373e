package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.audit.RecordedAs;
import org.sealpost.integrity.IntegrityReport;
import org.sealpost.integrity.IntegrityService;
import org.sealpost.integrity.Proposal;
import org.sealpost.integrity.Repair;
import org.sealpost.model.Act;

/** The integrity check for programs. */
@Path("integrity")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Integrity")
public class IntegrityResource {

    @Inject
    IntegrityService integrity;

    /** The last check. */
    @GET
    @Operation(summary = "What the check that is under way or was made last has found")
    public IntegrityReport report() {
        return integrity.report().orElseThrow(NotFoundException::new);
    }

    /** Makes a check and waits for it. */
    @POST
    @Operation(summary = "Check that keys, certificates, lists and the audit chain belong together")
    public IntegrityReport check() {
        return integrity.check();
    }

    /** Begins a check, unless one is under way. */
    @POST
    @Path("begin")
    @RecordedAs(Act.CHECK_INTEGRITY)
    @Operation(summary = "Begin a check; asking for the report tells how it goes")
    public IntegrityReport begin() {
        integrity.begin();
        return report();
    }

    /** What could be mended; nothing is touched. */
    @GET
    @Path("repairs")
    @Operation(summary = "What could be mended of the last check's findings")
    public List<Proposal> repairs() {
        return integrity.proposals();
    }

    /** Mends. */
    @POST
    @Path("repairs/{repair}")
    @Operation(summary = "Carry a repair out")
    public Repaired repair(@PathParam("repair") String name) {
        Repair repair = Arrays.stream(Repair.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new Repaired(integrity.repair(repair));
    }

    /** @param mended how many */
    public record Repaired(long mended) {}
}
