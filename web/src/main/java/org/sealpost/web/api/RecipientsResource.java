package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.lookup.CardService;
import org.sealpost.mailbox.RecipientService;
import org.sealpost.mailbox.SealingRecipient;
import org.sealpost.settings.SettingsService;

/** Whom a client can seal to, with what it needs for that. */
@Path("recipients")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients")
public class RecipientsResource {

    private static final String CARD = "text/vcard;charset=UTF-8";

    @Inject
    RecipientService recipients;

    @Inject
    SettingsService settings;

    @Inject
    CardService cards;

    /**
     * Looks recipients up.
     *
     * @param addresses of people and groups, at most a hundred; a group comes back as its members
     * @return everybody who is meant, and the organisation's formats
     */
    @GET
    @Operation(summary = "Status and certificate of each recipient, and the formats that the organisation writes")
    public Recipients find(@QueryParam("address") List<String> addresses) {
        return new Recipients(
                recipients.recipients(addresses).stream().map(Recipient::of).toList(),
                Formats.of(settings.current().policy()));
    }

    /**
     * The visiting card of somebody who is enabled.
     *
     * @param address of the person
     * @return vCard 4.0 with name, address and encryption certificate
     */
    @GET
    @Path("card")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Visiting card (vCard 4.0) with the certificate to seal to, for address books")
    public Response card(@QueryParam("address") @NotBlank @Size(max = 320) String address) {
        return Response.ok(cards.card(address), CARD)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificate.vcf\"")
                .build();
    }

    /**
     * The answer.
     *
     * @param recipients in the order asked for
     * @param formats what the organisation writes
     */
    public record Recipients(List<Recipient> recipients, Formats formats) {}

    /**
     * A recipient on the wire.
     *
     * @param typed the address that was asked about
     * @param address of the person
     * @param name for people
     * @param status ENABLED, NOT_ENABLED, REVOKED or UNKNOWN
     * @param certificate encryption certificate in force, base64 of its DER form; absent unless enabled
     */
    public record Recipient(
            String typed,
            String address,
            String name,
            String status,
            @Nullable String certificate) {
        static Recipient of(SealingRecipient one) {
            return new Recipient(
                    one.typed(),
                    one.address(),
                    one.name(),
                    one.status().name(),
                    one.certificate().map(Base64.getEncoder()::encodeToString).orElse(null));
        }
    }

    /**
     * The organisation's formats on the wire.
     *
     * @param edition MODERN, NORTH_AMERICAN or LOCALIZED
     * @param preferred the format that is written when everybody reads it
     * @param floor the weakest format that may be written instead
     */
    public record Formats(String edition, String preferred, String floor) {
        static Formats of(FormatPolicy policy) {
            return new Formats(
                    policy.edition().name(),
                    policy.preferred().name(),
                    policy.floor().name());
        }
    }
}
