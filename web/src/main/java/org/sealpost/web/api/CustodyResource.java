package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.model.Act;

/** The token that opens the Key Manager, for programs. */
@Path("key-manager/token")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Key Manager")
public class CustodyResource {

    @Inject
    CustodyService custody;

    @Inject
    KeyManagerService keyManager;

    /**
     * Lets the token open the Key Manager.
     *
     * @param given start-up password and PIN
     * @return what opens it then
     */
    @POST
    @Path("add")
    @RecordedAs(Act.ADD_TOKEN)
    @Operation(summary = "Let the configured token open the Key Manager")
    public CustodyView add(@Nullable Secrets given) {
        if (given == null || given.password() == null || given.pin() == null) {
            throw new BadRequestException();
        }
        try (Passphrase password = Passphrase.copyOf(given.password());
                Passphrase pin = Passphrase.copyOf(given.pin())) {
            custody.addToken(password, pin);
        }
        return custody.view();
    }

    /**
     * Opens with the token, after the server's start or after a stop.
     *
     * @param given the PIN
     * @return how the Key Manager stands then
     */
    @POST
    @Path("open")
    @RecordedAs(Act.UNLOCK)
    @Operation(summary = "Open the Key Manager with the token")
    public KeyManagerResource.State open(@Nullable Secrets given) {
        if (given == null || given.pin() == null) {
            throw new BadRequestException();
        }
        try (Passphrase pin = Passphrase.copyOf(given.pin())) {
            keyManager.openByToken(pin);
        }
        return KeyManagerResource.State.of(keyManager.status());
    }

    /**
     * The token opens it no longer.
     *
     * @param given the start-up password
     * @return what opens it then
     */
    @POST
    @Path("remove")
    @RecordedAs(Act.REMOVE_TOKEN)
    @Operation(summary = "The token opens the Key Manager no longer")
    public CustodyView remove(@Nullable Secrets given) {
        if (given == null || given.password() == null) {
            throw new BadRequestException();
        }
        try (Passphrase password = Passphrase.copyOf(given.password())) {
            custody.removeToken(password);
        }
        return custody.view();
    }

    /**
     * What these verbs are given.
     *
     * @param password the start-up password
     * @param pin of the token
     */
    public record Secrets(
            @Nullable String password, @Nullable String pin) {
        /** Neither. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
