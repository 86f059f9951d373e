package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.issuing.CertificateSearchService;
import org.sealpost.issuing.LintService;
import org.sealpost.lint.LintFinding;
import org.sealpost.lint.LintProfile;
import org.sealpost.lint.LintReport;
import org.sealpost.lookup.ZoneService;
import org.sealpost.model.Page;
import org.sealpost.model.Serial;
import org.sealpost.web.api.CertificatesOnWire.Certificate;
import org.sealpost.web.api.CertificatesOnWire.Certificates;
import org.sealpost.web.api.CertificatesOnWire.Details;

/** Certificates that were issued, and the rules that they keep before they are, for programs. */
@Path("certificates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"km-admin", "auditor"})
@Tag(name = "Certificates")
public class CertificatesResource {

    private static final String BY_DEFAULT = "STRICT";
    private static final String BY_NUMBER = "{serial: [0-9a-fA-F:]+}";
    private static final String PEM = "application/x-pem-file";
    private static final String ZONE = "text/dns";
    private static final int ROWS = 100;

    @Inject
    LintService lint;

    @Inject
    CertificateSearchService search;

    @Inject
    ZoneService zone;

    /**
     * Certificates that were issued, newest first; those that are asked for by their end, the latest end first.
     *
     * @param filter which ones
     * @param after {@code next} of the page before; the first page without it
     * @return up to a hundred certificates
     */
    @GET
    @RolesAllowed({"mailbox-admin", "km-admin", "auditor"})
    @Operation(summary = "Certificates that were issued, newest first")
    public Certificates list(@BeanParam CertificateFilter filter, @QueryParam("after") @Nullable String after) {
        Page<Certificate> page =
                search.page(filter.query(), Optional.ofNullable(after), ROWS).map(Certificate::of);
        return new Certificates(page.rows(), page.nextKey().orElse(null));
    }

    /**
     * One certificate.
     *
     * @param serial its number, hexadecimal, with or without colons
     * @return what it says
     */
    @GET
    @Path(BY_NUMBER)
    @RolesAllowed({"mailbox-admin", "km-admin", "auditor"})
    @Operation(summary = "One certificate that was issued, with what it says itself")
    public Details certificate(@PathParam("serial") String serial) {
        return Details.of(search.certificate(Serial.typed(serial)));
    }

    /**
     * One certificate as a file.
     *
     * @param serial its number, hexadecimal, with or without colons
     * @return PEM
     */
    @GET
    @Path(BY_NUMBER + "/pem")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"mailbox-admin", "km-admin", "auditor"})
    @Operation(summary = "One certificate that was issued, as PEM")
    public Response pem(@PathParam("serial") String serial) {
        Serial number = Serial.typed(serial);
        return Response.ok(search.certificate(number).pem(), PEM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + ".pem\"")
                .build();
    }

    /**
     * Certificates in force for the domain name system.
     *
     * @param domain only mailboxes of that domain; all of them without it
     * @return SMIMEA records, written while they are sent
     */
    @GET
    @Path("smimea")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"km-admin", "mailbox-admin"})
    @Operation(summary = "Certificates in force as SMIMEA records (RFC 8162), the text of a zone file")
    public Response smimea(@QueryParam("domain") @Size(max = 255) @Nullable String domain) {
        Optional<String> wanted =
                Optional.ofNullable(domain).filter(text -> !text.isBlank()).map(zone::domain);
        StreamingOutput records = out -> zone.write(wanted, out);
        return Response.ok(records, ZONE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"smimea.zone\"")
                .build();
    }

    /**
     * Every rule that counts.
     *
     * @param profile STRICT or MULTIPURPOSE; STRICT without it
     */
    @GET
    @Path("rules")
    @Operation(summary = "The rules that a certificate must keep to be issued, with section and severity")
    public List<LintFinding> rules(@QueryParam("profile") @DefaultValue(BY_DEFAULT) String profile) {
        return lint.rules(Constants.named(LintProfile.class, profile));
    }

    /**
     * Measures a certificate, whoever issued it.
     *
     * @param given the certificate and the profile
     * @return the rules that it breaks, the heaviest first
     */
    @POST
    @Path("lint")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Measure a certificate by the rules; nothing is kept")
    public LintReport lint(@Valid @NotNull Measured given) {
        return lint.check(
                given.octets(),
                Constants.named(LintProfile.class, given.profile() == null ? BY_DEFAULT : given.profile()));
    }

    /**
     * What is measured, on the wire.
     *
     * @param certificate PEM, or base64 of DER
     * @param profile STRICT or MULTIPURPOSE; STRICT without it
     */
    public record Measured(
            @NotBlank @Size(max = 100_000) String certificate,
            @Nullable String profile) {
        byte[] octets() {
            return certificate.startsWith("-----BEGIN ")
                    ? certificate.getBytes(StandardCharsets.US_ASCII)
                    : Octets.read(certificate);
        }
    }
}
