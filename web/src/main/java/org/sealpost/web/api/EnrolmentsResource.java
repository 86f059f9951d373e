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
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.model.Act;
import org.sealpost.protocol.EnrolmentRequest;

/** Redeeming a token from a client that keeps its signing key to itself. */
@Path("enrolments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrolment")
public class EnrolmentsResource {

    @Inject
    EnrolmentService enrolment;

    /**
     * Redeems the caller's token.
     *
     * @param request what the client made
     * @return certificates and encryption keys, sealed to the client's transport key
     */
    @POST
    @OnlyOnce
    @RolesAllowed("user")
    @RecordedAs(Act.ENROL)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Redeem the caller's token; the answer is sealed to the transport key")
    public Reply enrol(@Nullable Request request) {
        if (request == null) {
            throw new BadRequestException();
        }
        return new Reply(Base64.getEncoder()
                .encodeToString(enrolment.enrol(request.understood()).sealed()));
    }

    /**
     * An enrolment on the wire; octets are base64.
     *
     * @param address the mailbox's address
     * @param token the token as it was handed over
     * @param signingRequest PKCS #10 request for the signing key (RFC 2986, DER)
     * @param transportKey public HPKE key to which the answer is sealed
     */
    public record Request(
            @Nullable String address,
            @Nullable String token,
            @Nullable String signingRequest,
            @Nullable String transportKey) {

        EnrolmentRequest understood() {
            if (address == null || token == null) {
                throw new BadRequestException();
            }
            return new EnrolmentRequest(address, token, Octets.read(signingRequest), Octets.read(transportKey));
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Request[" + address + "]";
        }
    }

    /**
     * The Key Manager's answer on the wire.
     *
     * @param sealed base64 of the answer, sealed to the transport key
     */
    public record Reply(String sealed) {}
}
