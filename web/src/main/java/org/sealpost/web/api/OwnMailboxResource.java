package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.enrolment.OwnSecurity;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.model.MailboxOptions;

/** Advanced Security of the caller's own mailbox. */
@Path("mailbox")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own mailbox")
public class OwnMailboxResource {

    @Inject
    OwnSecurityService security;

    /** Where the mailbox stands. */
    @GET
    @Operation(summary = "The caller's mailbox: its state, certificates and options")
    public Security status() {
        return Security.of(security.status());
    }

    /** Chooses what is ticked for new messages. */
    @PUT
    @Path("options")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose whether new messages are encrypted and signed unless said otherwise")
    public Options choose(@NotNull Options options) {
        security.choose(new MailboxOptions(options.encrypt(), options.sign()));
        return options;
    }

    /**
     * Advanced Security of a mailbox on the wire.
     *
     * @param address the mailbox
     * @param name for people
     * @param state where it stands
     * @param tokenExpires until when the token that is out can be redeemed; absent when none is
     * @param options for new messages
     * @param certificates all of them, newest first
     * @param fileOnServer whether a copy of the security file was left on the server
     */
    public record Security(
            String address,
            String name,
            String state,
            @Nullable Instant tokenExpires,
            Options options,
            List<Certificate> certificates,
            boolean fileOnServer) {
        static Security of(OwnSecurity own) {
            return new Security(
                    own.entry().address(),
                    own.entry().displayName(),
                    own.state().name(),
                    own.tokenExpiresAt().orElse(null),
                    new Options(own.options().encryptByDefault(), own.options().signByDefault()),
                    own.certificates().stream().map(Certificate::of).toList(),
                    own.fileOnServer());
        }
    }

    /**
     * What is ticked for new messages.
     *
     * @param encrypt contents and attachments are encrypted
     * @param sign a digital signature is added
     */
    public record Options(boolean encrypt, boolean sign) {}

    /**
     * A certificate on the wire.
     *
     * @param profile SIGNING or ENCRYPTION
     * @param serial hexadecimal
     * @param state where it stands
     * @param notBefore first moment of its validity
     * @param notAfter last moment of its validity
     * @param reason why it was revoked; absent when it was not
     */
    public record Certificate(
            String profile,
            String serial,
            String state,
            Instant notBefore,
            Instant notAfter,
            @Nullable String reason) {
        static Certificate of(OwnSecurity.CertificateLine line) {
            return new Certificate(
                    line.profile().name(),
                    line.serial().value(),
                    line.state().name(),
                    line.notBefore(),
                    line.notAfter(),
                    line.reason().map(Enum::name).orElse(null));
        }
    }
}
