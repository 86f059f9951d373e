package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.Proof;
import org.sealpost.lock.SetUp;
import org.sealpost.lock.ShareOrder;
import org.sealpost.model.Act;
import org.sealpost.pki.KeyType;
import org.sealpost.web.api.SharesOnWire.Handed;

/** Setting the Key Manager up, for programs: nothing is stored before password and shares are proved. */
@Path("key-manager/set-up")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Key Manager")
public class SetUpResource {

    @Inject
    KeyManagerService keyManager;

    /**
     * Makes everything, stores nothing.
     *
     * @param order what is to be made
     * @return the recovery shares: they are told this once
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.SET_UP)
    @Operation(summary = "Make master key, authority, escrow key and recovery shares; nothing is stored yet")
    public Handed prepare(@Valid @NotNull Order order) {
        try (SetUp setUp = order.setUp()) {
            return Handed.of(keyManager.prepare(setUp));
        }
    }

    /**
     * Completes it.
     *
     * @param typed password and shares as they were typed again
     * @return how the Key Manager stands then
     */
    @POST
    @Path("proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.SET_UP)
    @Operation(summary = "Prove that password and shares are at hand: the Key Manager is set up and runs")
    public KeyManagerResource.State complete(@Valid @NotNull Typed typed) {
        try (Proof proof = new Proof(Passphrase.copyOf(typed.password()), Proof.shares(typed.shares()))) {
            keyManager.complete(proof);
        }
        return KeyManagerResource.State.of(keyManager.status());
    }

    /** Forgets what was prepared. */
    @DELETE
    @Operation(summary = "Forget what was prepared, to begin anew")
    public void drop() {
        keyManager.dropPrepared();
    }

    /**
     * What is to be made.
     *
     * @param organisation whose Key Manager it is
     * @param authorityKey EC_P256 or RSA_3072
     * @param needed how many recovery shares open it, at least 2
     * @param holders a name for each share
     * @param password the start-up password
     */
    public record Order(
            @NotBlank @Size(max = 200) String organisation,
            @NotNull KeyType authorityKey,
            int needed,
            @NotNull List<@NotBlank @Size(max = 200) String> holders,
            @NotBlank String password) {
        SetUp setUp() {
            return new SetUp(organisation, authorityKey, new ShareOrder(needed, holders), Passphrase.copyOf(password));
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * The proof.
     *
     * @param shares as many as open it
     */
    public record Typed(@NotBlank String password, @NotNull List<String> shares) {
        /** Neither. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
