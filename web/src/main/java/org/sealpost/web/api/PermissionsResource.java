package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.approval.Requested;
import org.sealpost.backup.BackupService;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.model.SensitiveVerb;

/** Asking others to allow what a program then does itself, because it needs a secret of its own or takes its time. */
@Path("permissions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Approvals")
public class PermissionsResource {

    @Inject
    KeyManagerService keyManager;

    @Inject
    CustodyService custody;

    @Inject
    BackupService backups;

    /**
     * Asks.
     *
     * @param asking for what and why
     * @return how many people have to agree
     */
    @POST
    @OnlyOnce
    @Operation(summary = "Ask others to allow a backup, opening the Key Manager or replacing its master key")
    public Asked ask(@Valid @NotNull Asking asking) {
        Requested requested =
                switch (asking.verb()) {
                    case BACKUP -> backups.ask(asking.reason(), asking.ticket());
                    case UNLOCK -> keyManager.askToUnlock(asking.reason(), asking.ticket());
                    case ROTATE_MASTER_KEY -> custody.askToRotate(asking.reason(), asking.ticket());
                    default -> throw new BadRequestException();
                };
        return Asked.of(requested);
    }

    /**
     * For what, and why.
     *
     * @param verb BACKUP, UNLOCK or ROTATE_MASTER_KEY
     * @param reason may be absent unless the policy asks for it
     * @param ticket may be absent unless the policy asks for it
     */
    public record Asking(
            @NotNull SensitiveVerb verb,
            @Size(max = 500) String reason,
            @Size(max = 100) String ticket) {
        /** What is left out is empty. */
        public Asking {
            reason = Objects.requireNonNullElse(reason, "");
            ticket = Objects.requireNonNullElse(ticket, "");
        }
    }
}
