package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.issuing.LintService;
import org.sealpost.lint.LintFinding;
import org.sealpost.lint.LintProfile;
import org.sealpost.lint.LintReport;

/** The rules that certificates keep before they are issued, for programs. */
@Path("certificates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"km-admin", "auditor"})
@Tag(name = "Certificates")
public class CertificatesResource {

    private static final String BY_DEFAULT = "STRICT";

    @Inject
    LintService lint;

    /**
     * Every rule that counts.
     *
     * @param profile STRICT or MULTIPURPOSE; STRICT without it
     */
    @GET
    @Path("rules")
    @Operation(summary = "The rules that a certificate must keep to be issued, with section and severity")
    public List<LintFinding> rules(@QueryParam("profile") @DefaultValue(BY_DEFAULT) String profile) {
        return lint.rules(profile(profile));
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
        return lint.check(given.octets(), profile(given.profile() == null ? BY_DEFAULT : given.profile()));
    }

    private static LintProfile profile(String name) {
        return Arrays.stream(LintProfile.values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(BadRequestException::new);
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
