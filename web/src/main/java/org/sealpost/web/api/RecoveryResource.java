package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.approval.Agreed;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.recovery.OfficersService;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.recovery.ReleaseService;
import org.sealpost.web.api.RecoveryOnWire.Agreeing;
import org.sealpost.web.api.RecoveryOnWire.Answer;
import org.sealpost.web.api.RecoveryOnWire.AskedKeys;
import org.sealpost.web.api.RecoveryOnWire.Asking;
import org.sealpost.web.api.RecoveryOnWire.Fetching;
import org.sealpost.web.api.RecoveryOnWire.Naming;
import org.sealpost.web.api.RecoveryOnWire.OfficersAnswer;

/** Keys out of escrow, for programs: who can open them, asking for them, agreeing. */
@Path("recovery")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recovery")
public class RecoveryResource {
    @Inject
    RecoveryService recovery;

    @Inject
    OfficersService officers;

    @Inject
    ReleaseService released;

    /** Who can open escrowed keys now. */
    @GET
    @Path("officers")
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    @Operation(summary = "Who can open escrowed keys")
    public OfficersAnswer officers() {
        return OfficersAnswer.of(officers.officers());
    }

    /**
     * Names officers, or asks those who have to agree: the officers before, once there are some.
     *
     * @param naming who, and how many of them are needed
     * @return what came of it
     */
    @PUT
    @Path("officers")
    @RolesAllowed("km-admin")
    @RecordedAs(Act.NAME_OFFICERS)
    @Operation(summary = "Name the recovery officers, or ask those who have to agree")
    public Asked name(@Valid @NotNull Naming naming) {
        List<MailboxId> people = naming.addresses().stream().map(officers::find).toList();
        return Asked.of(officers.name(people, naming.needed(), naming.reason(), naming.ticket()));
    }

    /**
     * The keys of a release that was agreed to.
     *
     * @param fetching the release's code, and a password for the file
     * @return a PKCS #12 file under that password
     */
    @POST
    @Path("released")
    @RolesAllowed("auditor")
    @Produces("application/x-pkcs12")
    @RecordedAs(Act.FETCH_RELEASED)
    @Operation(summary = "Fetch released keys with the release's code, sealed under a password of your choice")
    public byte[] released(@Valid @NotNull Fetching fetching) {
        try (Passphrase password = Passphrase.copyOf(fetching.password())) {
            return released.fetch(fetching.code(), password);
        }
    }

    /** Asks for a recovery; the token counts when the officers have agreed. */
    @POST
    @OnlyOnce
    @Path("requests")
    @RolesAllowed("mailbox-admin")
    @Operation(summary = "Asks for the recovery of a mailbox's keys to its owner")
    public AskedKeys recover(@Valid @NotNull Asking asking) {
        return AskedKeys.of(recovery.recover(new MailboxId(asking.mailbox()), asking.reason(), asking.ticket()));
    }

    /** Asks for a release; the code counts when the officers have agreed. */
    @POST
    @OnlyOnce
    @Path("releases")
    @RolesAllowed("mailbox-admin")
    @Operation(summary = "Asks for the release of a mailbox's keys to somebody who may read it by law")
    public AskedKeys release(@Valid @NotNull Asking asking) {
        return AskedKeys.of(recovery.release(new MailboxId(asking.mailbox()), asking.reason(), asking.ticket()));
    }

    /** The calling officer agrees. */
    @POST
    @Path("requests/{request}/approvals")
    @RolesAllowed("recovery-officer")
    @Operation(summary = "Agrees to a request with the officer's own share")
    public Answer approve(@PathParam("request") long request, @Valid @NotNull Agreeing agreeing) {
        try (Passphrase password = Passphrase.copyOf(agreeing.password())) {
            Agreed agreed = recovery.approve(request, password);
            if (agreed instanceof Agreed.Waiting) {
                return new Answer("waiting");
            }
            return new Answer(agreed instanceof Agreed.Failed ? "failed" : "done");
        }
    }
}
