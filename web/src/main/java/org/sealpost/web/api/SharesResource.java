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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.lock.ShareOrder;
import org.sealpost.model.Act;
import org.sealpost.web.api.SharesOnWire.Handed;
import org.sealpost.web.api.SharesOnWire.Typed;

/** A new set of recovery shares, for programs: the shares, told once; then the proof that they are at hand. */
@Path("key-manager/shares")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Key Manager")
public class SharesResource {

    @Inject
    CustodyService custody;

    /** How many shares the proof of a prepared set takes. */
    @GET
    @Operation(summary = "How many shares the proof of a prepared set takes; 0 when none was prepared")
    public Awaited awaited() {
        return new Awaited(custody.sharesToProve());
    }

    /**
     * Makes a new set; the present one stays valid until the new one is proved.
     *
     * @param order for whom, and the start-up password
     * @return the shares: they are told this once
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.NEW_RECOVERY_SHARES)
    @Operation(summary = "Make new recovery shares; told once, and in force when they are proved")
    public Handed prepare(@Valid @NotNull Order order) {
        try (Passphrase password = Passphrase.copyOf(order.password())) {
            return Handed.of(custody.prepareShares(password, order.shares()));
        }
    }

    /** Asks others to allow new shares for these holders. */
    @POST
    @Path("request")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask others to allow new recovery shares for exactly these holders")
    public Asked ask(@Valid @NotNull Asking asking) {
        return Asked.of(custody.askForShares(
                new ShareOrder(asking.needed(), asking.holders()), asking.reason(), asking.ticket()));
    }

    /**
     * Puts the new set in force.
     *
     * @param typed enough of the new shares
     * @return what opens the Key Manager then
     */
    @POST
    @Path("proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.NEW_RECOVERY_SHARES)
    @Operation(summary = "Prove that enough of the new shares are at hand: the old set opens nothing any more")
    public CustodyView prove(@Valid @NotNull Typed typed) {
        custody.proveShares(typed.shares());
        return custody.view();
    }

    /** Forgets a prepared set; the present one stays. */
    @DELETE
    @Operation(summary = "Forget a prepared set; the present one stays")
    public void drop() {
        custody.dropPrepared();
    }

    /** @param shares that the proof takes */
    public record Awaited(int shares) {}

    /**
     * A wanted set.
     *
     * @param needed how many of the shares open the Key Manager, at least 2
     * @param holders a name for each share
     * @param password the start-up password
     */
    public record Order(
            int needed,
            @NotNull List<@NotBlank @Size(max = 200) String> holders,
            @NotBlank String password) {
        ShareOrder shares() {
            return new ShareOrder(needed, holders);
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * A wanted set that others have to allow.
     *
     * @param reason may be absent unless the policy asks for it
     * @param ticket may be absent unless the policy asks for it
     */
    public record Asking(
            int needed,
            @NotNull List<@NotBlank @Size(max = 200) String> holders,
            @Size(max = 500) String reason,
            @Size(max = 100) String ticket) {
        /** What is left out is empty. */
        public Asking {
            reason = Objects.requireNonNullElse(reason, "");
            ticket = Objects.requireNonNullElse(ticket, "");
        }
    }
}
