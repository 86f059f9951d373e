package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.model.Act;

/** The start-up password, for programs. */
@Path("key-manager/password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Key Manager")
public class StartUpPasswordResource {

    @Inject
    CustodyService custody;

    /**
     * Changes it.
     *
     * @param given the old one and the new one
     * @return what opens the Key Manager then
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.CHANGE_STARTUP_PASSWORD)
    @Operation(summary = "Change the start-up password")
    public CustodyView change(@Valid @NotNull Passwords given) {
        try (Passphrase old = Passphrase.copyOf(given.password());
                Passphrase changed = Passphrase.copyOf(given.changed())) {
            custody.changePassword(old, changed);
        }
        return custody.view();
    }

    /**
     * The passwords.
     *
     * @param password the present one
     * @param changed the new one
     */
    public record Passwords(
            @NotBlank String password, @NotBlank String changed) {
        /** Neither. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
