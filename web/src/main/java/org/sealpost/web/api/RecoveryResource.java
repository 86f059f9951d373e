package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.recovery.AskedRecovery;
import org.sealpost.recovery.Officers;
import org.sealpost.recovery.OfficersService;
import org.sealpost.recovery.RecoveryService;

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

    /**
     * Who can open escrowed keys.
     *
     * @param names of the officers; empty while the Key Manager itself could
     */
    public record OfficersAnswer(boolean shared, int needed, List<String> names, int keyVersion, long keys) {}

    /**
     * What is asked for.
     *
     * @param mailbox the directory's id
     */
    public record Asking(String mailbox, String reason, String ticket) {
        /** What is left out is empty. */
        public Asking {
            reason = Objects.requireNonNullElse(reason, "");
            ticket = Objects.requireNonNullElse(ticket, "");
        }
    }

    /**
     * What came of asking.
     *
     * @param missing how many people still have to agree
     * @param code token or code, shown this once; empty when there is none
     */
    public record Asked(long request, int missing, String code) {}

    /** Password of the officer's own security file. */
    public record Agreeing(String password) {
        /** Never the password. */
        @Override
        public String toString() {
            return "Agreeing";
        }
    }

    /** What came of a yes: {@code waiting}, {@code done} or {@code failed}. */
    public record Answer(String outcome) {}

    /** Who can open escrowed keys now. */
    @GET
    @Path("officers")
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    @Operation(summary = "Who can open escrowed keys")
    public OfficersAnswer officers() {
        Officers now = officers.officers();
        return new OfficersAnswer(
                now.shared(),
                now.needed(),
                now.officers().stream().map(RecoveryOfficer::name).toList(),
                now.keyVersion(),
                now.keys());
    }

    /** Asks for a recovery; the token counts when the officers have agreed. */
    @POST
    @OnlyOnce
    @Path("requests")
    @RolesAllowed("mailbox-admin")
    @Operation(summary = "Asks for the recovery of a mailbox's keys to its owner")
    public Asked recover(Asking asking) {
        return asked(recovery.recover(new MailboxId(asking.mailbox()), asking.reason(), asking.ticket()));
    }

    /** Asks for a release; the code counts when the officers have agreed. */
    @POST
    @OnlyOnce
    @Path("releases")
    @RolesAllowed("mailbox-admin")
    @Operation(summary = "Asks for the release of a mailbox's keys to somebody who may read it by law")
    public Asked release(Asking asking) {
        return asked(recovery.release(new MailboxId(asking.mailbox()), asking.reason(), asking.ticket()));
    }

    /** The calling officer agrees. */
    @POST
    @Path("requests/{request}/approvals")
    @RolesAllowed("recovery-officer")
    @Operation(summary = "Agrees to a request with the officer's own share")
    public Answer approve(@PathParam("request") long request, Agreeing agreeing) {
        try (Passphrase password = Passphrase.copyOf(agreeing.password())) {
            Agreed agreed = recovery.approve(request, password);
            if (agreed instanceof Agreed.Waiting) {
                return new Answer("waiting");
            }
            return new Answer(agreed instanceof Agreed.Failed ? "failed" : "done");
        }
    }

    private static Asked asked(AskedRecovery made) {
        int missing = made.requested() instanceof Requested.Waiting waiting ? waiting.people() : 0;
        return new Asked(made.requested().request(), missing, made.code());
    }
}
