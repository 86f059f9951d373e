package org.sealpost.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Everything of a request that decides what it does, in one piece; no two requests give the same one. */
final class WholeRequest {
    private WholeRequest() {}

    static byte[] of(ContainerRequestContext request, byte[] body) throws IOException {
        URI address = request.getUriInfo().getRequestUri();
        MediaType type = request.getMediaType();
        return of(
                request.getMethod(),
                address.getRawPath(),
                address.getRawQuery(),
                type == null ? null : type.toString(),
                body);
    }

    static byte[] of(String method, String path, @Nullable String query, @Nullable String type, byte[] body)
            throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length + 256);
        DataOutputStream parts = new DataOutputStream(whole);
        for (String part : new @Nullable String[] {method, path, query, type}) {
            byte[] octets = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            parts.writeInt(part == null ? -1 : octets.length);
            parts.write(octets);
        }
        parts.write(body);
        return whole.toByteArray();
    }
}
