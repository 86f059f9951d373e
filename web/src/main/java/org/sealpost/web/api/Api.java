package org.sealpost.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Root of the interface for programs; version 1 stays as it is, what breaks callers becomes version 2. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Sealpost",
                        version = "1",
                        description =
                                "Enables mailboxes for Advanced Security and runs the Key Manager. Every refusal is a"
                                        + " problem of RFC 9457 with a stable \"code\". Answers 429 and 503 say when to"
                                        + " come again (Retry-After). What creates something or hands out a token may"
                                        + " carry an Idempotency-Key, 22 to 128 random characters: sent again within a day"
                                        + " it is not done again and is answered as the first time. The roles of an"
                                        + " operation stand in its security requirement; one of them is enough.",
                        license = @License(name = "Apache License 2.0", identifier = "Apache-2.0")),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = Api.PROBLEM,
                                        description = "Refused; the code tells why, the detail what to do",
                                        content =
                                                @Content(
                                                        mediaType = Problem.MEDIA_TYPE,
                                                        schema = @Schema(implementation = Problem.class)))),
        security = {@SecurityRequirement(name = Api.LOGIN), @SecurityRequirement(name = Api.BEARER)})
@SecurityScheme(
        securitySchemeName = Api.LOGIN,
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "Login name and password of the organisation's directory")
@SecurityScheme(
        securitySchemeName = Api.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "Access token of the organisation's identity provider, issued for this server, where the server takes"
                        + " them; the roles are the directory's, as with a password. No proof for what asks for one's"
                        + " password again: that is refused by \"bearer-token-is-no-proof\".")
public class Api extends Application {
    /** Name of the way to log in. */
    static final String LOGIN = "login";

    /** Name of the other way, which a server may not know. */
    static final String BEARER = "bearer";

    /** Name of the answer that every refusal is. */
    static final String PROBLEM = "Problem";
}
