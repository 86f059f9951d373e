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
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.protocol.RenewalConfirmation;
import org.sealpost.protocol.RenewalRequest;
import org.sealpost.renewal.RenewalPlan;
import org.sealpost.renewal.RenewalService;

/** Renewing the caller's keys in two phases, from a client that keeps its security file to itself. */
@Path("renewals")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Renewal")
public class RenewalsResource {

    @Inject
    RenewalService renewals;

    /** When the caller's keys are due. */
    @GET
    @Operation(summary = "The caller's keys in force, from when they can be renewed and until when they are valid")
    public List<RenewalPlan.Due> plan() {
        return renewals.plan().keys();
    }

    /** The first phase: grants keys that are not in force yet. */
    @POST
    @OnlyOnce
    @Operation(summary = "Ask for new keys; the answer is sealed to the transport key and the old keys stay in force")
    public EnrolmentsResource.Reply prepare(@Nullable Request request) {
        if (request == null) {
            throw new BadRequestException();
        }
        return new EnrolmentsResource.Reply(Base64.getEncoder()
                .encodeToString(renewals.prepare(request.understood()).sealed()));
    }

    /** The second phase: puts the keys in force. May be repeated. */
    @POST
    @Path("confirmation")
    @Operation(summary = "Say that the new keys are stored safely; they come into force")
    public void confirm(@Nullable Confirmation confirmation) {
        if (confirmation == null) {
            throw new BadRequestException();
        }
        renewals.confirm(confirmation.understood(), Optional.empty());
    }

    /**
     * A request on the wire; octets are base64.
     *
     * @param address the mailbox's address
     * @param madeAt by the client's clock
     * @param encryption whether a new encryption pair is asked for
     * @param signingRequest PKCS #10 request for the new signing key (RFC 2986, DER); absent when the present one stays
     * @param transportKey public HPKE key to which the answer is sealed
     * @param proof signature of the signing key in force over the request
     */
    public record Request(
            @Nullable String address,
            @Nullable Instant madeAt,
            boolean encryption,
            @Nullable String signingRequest,
            @Nullable String transportKey,
            @Nullable String proof) {

        RenewalRequest understood() {
            if (address == null || madeAt == null) {
                throw new BadRequestException();
            }
            return new RenewalRequest(
                    address,
                    madeAt,
                    encryption,
                    signingRequest == null ? new byte[0] : Octets.read(signingRequest),
                    Octets.read(transportKey),
                    Octets.read(proof));
        }
    }

    /**
     * A confirmation on the wire; serial numbers are hexadecimal, octets base64.
     *
     * @param signing serial number of the signing certificate in the renewed security file
     * @param encryption serial number of its newest encryption certificate
     * @param proof signature of that signing key over the confirmation
     */
    public record Confirmation(
            @Nullable String signing,
            @Nullable String encryption,
            @Nullable String proof) {

        RenewalConfirmation understood() {
            return new RenewalConfirmation(number(signing), number(encryption), Octets.read(proof));
        }

        private static BigInteger number(@Nullable String hexadecimal) {
            if (hexadecimal == null || !hexadecimal.matches("[0-9A-Fa-f]{1,40}")) {
                throw new BadRequestException();
            }
            return new BigInteger(hexadecimal, 16);
        }
    }
}
