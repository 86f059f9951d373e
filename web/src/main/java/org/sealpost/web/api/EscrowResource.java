package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.recovery.DrillStanding;
import org.sealpost.recovery.NoDrill;
import org.sealpost.recovery.NoRotation;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.recovery.RotationStanding;
import org.sealpost.web.api.RecoveryOnWire.Agreeing;

/** The escrow key itself, for programs: trying it out, and moving what it keeps to a new one. */
@Path("escrow")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Recovery")
public class EscrowResource {

    @Inject
    RecoveryService recovery;

    /** Asks for a drill. */
    @POST
    @Path("drills")
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.ESCROW_DRILL)
    @Operation(summary = "Ask for a drill that opens every escrowed key once; the officers have to agree")
    public Asked drill(@Valid @NotNull Grounds grounds) {
        return Asked.of(recovery.drill(grounds.reason(), grounds.ticket()));
    }

    /**
     * How the newest drill stands.
     *
     * @throws NoDrill before the first
     */
    @GET
    @Path("drills")
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    @Operation(summary = "How the newest drill stands")
    public Drill drilling() {
        return recovery.drilling().map(Drill::of).orElseThrow(NoDrill::new);
    }

    /**
     * An officer goes on with a drill that was broken off.
     *
     * @param given password of the officer's own security file
     * @return how it stands then
     */
    @POST
    @Path("drills/contributions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("recovery-officer")
    @RecordedAs(Act.CONTRIBUTE)
    @Operation(summary = "Go on with a drill that was broken off, with the officer's own share")
    public Drill goOnDrilling(@Valid @NotNull Agreeing given) {
        try (Passphrase password = Passphrase.copyOf(given.password())) {
            recovery.goOnDrilling(password);
        }
        return drilling();
    }

    /** Asks for a new escrow key. */
    @POST
    @Path("rotation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.ROTATE_ESCROW_KEY)
    @Operation(summary = "Ask for a new escrow key, to which all escrowed keys move; the officers have to agree")
    public Asked rotate(@Valid @NotNull Grounds grounds) {
        return Asked.of(recovery.rotate(grounds.reason(), grounds.ticket()));
    }

    /**
     * How the move stands.
     *
     * @throws NoRotation before there was a second escrow key
     */
    @GET
    @Path("rotation")
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    @Operation(summary = "How moving the keys to the newest escrow key stands")
    public Rotation rotation() {
        return recovery.rotation().map(Rotation::of).orElseThrow(NoRotation::new);
    }

    /**
     * An officer goes on with a move that was broken off.
     *
     * @param given password of the officer's own security file
     * @return how it stands then
     */
    @POST
    @Path("rotation/contributions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("recovery-officer")
    @RecordedAs(Act.CONTRIBUTE)
    @Operation(summary = "Go on with a move that was broken off, with the officer's own share")
    public Rotation goOn(@Valid @NotNull Agreeing given) {
        try (Passphrase password = Passphrase.copyOf(given.password())) {
            recovery.goOn(password);
        }
        return rotation();
    }

    /**
     * Why somebody asks.
     *
     * @param reason may be absent unless the policy asks for it
     * @param ticket may be absent unless the policy asks for it
     */
    public record Grounds(
            @Size(max = 500) String reason, @Size(max = 100) String ticket) {
        /** What is left out is empty. */
        public Grounds {
            reason = Objects.requireNonNullElse(reason, "");
            ticket = Objects.requireNonNullElse(ticket, "");
        }
    }

    /**
     * How a move stands.
     *
     * @param request number of the request that allowed it
     * @param keyVersion of the escrow key to which the keys move
     * @param keys how many there are
     * @param moved how many have moved
     * @param ended whether all have
     * @param running whether it goes on at this moment; neither ended nor running is broken off
     */
    public record Rotation(long request, int keyVersion, long keys, long moved, boolean ended, boolean running) {
        static Rotation of(RotationStanding standing) {
            return new Rotation(
                    standing.request(),
                    standing.keyVersion(),
                    standing.keys(),
                    standing.moved(),
                    standing.ended(),
                    standing.running());
        }
    }

    /**
     * How a drill stands.
     *
     * @param request number of the request that allowed it
     * @param keys how many there were to open
     * @param opened how many opened
     * @param failed how many did not
     * @param later how many came into escrow while officers agreed, so that they could not be opened
     * @param ended whether nothing more comes of it
     * @param running whether it goes on at this moment; neither ended nor running is broken off
     */
    public record Drill(long request, long keys, long opened, long failed, long later, boolean ended, boolean running) {
        static Drill of(DrillStanding standing) {
            return new Drill(
                    standing.request(),
                    standing.keys(),
                    standing.turns().opened(),
                    standing.turns().failed(),
                    standing.turns().later(),
                    standing.ended(),
                    standing.running());
        }
    }
}
