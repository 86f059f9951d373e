package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.KeyManagerStatus;
import org.sealpost.lock.Proof;
import org.sealpost.lock.ServiceStanding;
import org.sealpost.model.Act;

/** The Key Manager for programs: its state, and the verbs of its administrators. */
@Path("key-manager")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Key Manager")
public class KeyManagerResource {

    @Inject
    KeyManagerService keyManager;

    @Inject
    CustodyService custody;

    /** How it stands. */
    @GET
    @RolesAllowed("user")
    @Operation(summary = "State of the Key Manager")
    public State state() {
        return State.of(keyManager.status());
    }

    /**
     * Gives the start-up password after a start of the server.
     *
     * @param given the password
     * @return how it stands then
     */
    @POST
    @Path("unlock")
    @RolesAllowed("km-admin")
    @RecordedAs(Act.UNLOCK)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Unlock with the start-up password")
    public State unlock(@Nullable StartUpPassword given) {
        try (Passphrase password = passphrase(given)) {
            keyManager.unlock(password);
        }
        return state();
    }

    /** What opens it; nothing of it is secret. */
    @GET
    @Path("opening")
    @RolesAllowed("km-admin")
    @Operation(summary = "What opens the Key Manager, and which master key is in use")
    public CustodyView opening() {
        return custody.view();
    }

    /**
     * Opens with recovery shares in the place of a lost start-up password.
     *
     * @param given enough shares, and the new password
     * @return how it stands then
     */
    @POST
    @Path("recover")
    @RolesAllowed("km-admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a lost start-up password by means of recovery shares")
    public State recover(@Nullable LostPassword given) {
        if (given == null || given.password() == null) {
            throw new BadRequestException();
        }
        try (Passphrase password = Passphrase.copyOf(given.password())) {
            keyManager.recover(Proof.shares(given.shares()), password);
        }
        return state();
    }

    /**
     * Replaces the master key.
     *
     * @param given the start-up password
     * @return what opens it then
     */
    @POST
    @Path("rotate")
    @RolesAllowed("km-admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace the master key and move everything that hangs under it")
    public CustodyView rotate(@Nullable StartUpPassword given) {
        try (Passphrase password = passphrase(given)) {
            custody.rotate(password);
        }
        return custody.view();
    }

    /**
     * Takes the keys out of memory.
     *
     * @return how it stands then
     */
    @POST
    @Path("stop")
    @RolesAllowed("km-admin")
    @RecordedAs(Act.STOP)
    @Operation(summary = "Stop: wipe the keys from memory; mail goes on")
    public State stop() {
        keyManager.stop();
        return state();
    }

    /**
     * Starts it again after a stop.
     *
     * @param given the start-up password
     * @return how it stands then
     */
    @POST
    @Path("start")
    @RolesAllowed("km-admin")
    @RecordedAs(Act.START)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start again with the start-up password")
    public State start(@Nullable StartUpPassword given) {
        try (Passphrase password = passphrase(given)) {
            keyManager.start(password);
        }
        return state();
    }

    /** Which server is the one running Key Manager. */
    @GET
    @Path("service")
    @RolesAllowed("km-admin")
    @Operation(summary = "Which server runs the Key Manager, and this server's part")
    public ServiceStanding service() {
        return keyManager.standing();
    }

    /**
     * Lets another server run it.
     *
     * @return how it stands here then
     */
    @POST
    @Path("hand-over")
    @RolesAllowed("km-admin")
    @RecordedAs(Act.HAND_OVER)
    @Operation(summary = "Hand the service over to another server on the same database")
    public State handOver() {
        keyManager.handOver();
        return state();
    }

    private static Passphrase passphrase(@Nullable StartUpPassword given) {
        if (given == null || given.password() == null) {
            throw new BadRequestException();
        }
        return Passphrase.copyOf(given.password());
    }

    /**
     * The Key Manager on the wire.
     *
     * @param state NOT_SET_UP, LOCKED, RUNNING, STOPPED or PASSIVE
     * @param since when it came into that state
     * @param organisation whose it is; absent before the set-up
     * @param primitives which cryptographic providers are used, in words
     */
    public record State(
            String state, Instant since, @Nullable String organisation, String primitives) {
        static State of(KeyManagerStatus status) {
            return new State(
                    status.state().name(), status.since(), status.organisation().orElse(null), status.primitives());
        }
    }

    /**
     * What unlock and start are given.
     *
     * @param password the start-up password
     */
    public record StartUpPassword(@Nullable String password) {
        /** Never the password. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * What a lost start-up password is replaced with.
     *
     * @param shares enough recovery shares
     * @param password the new start-up password
     */
    public record LostPassword(
            @Nullable List<String> shares, @Nullable String password) {
        public LostPassword {
            shares = shares == null ? List.of() : List.copyOf(shares);
        }

        @Override
        public List<String> shares() {
            return shares == null ? List.of() : shares;
        }

        /** Never the shares. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
