package org.sealpost.web.pki;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** A request's body, never more of it than is allowed, whatever its header says. */
public final class BoundedBody {
    private BoundedBody() {}

    /** @return empty when it is larger than {@code largest} bytes */
    public static Optional<byte[]> of(HttpServletRequest request, int largest) throws IOException {
        if (request.getContentLengthLong() > largest) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        return body.length > largest ? Optional.empty() : Optional.of(body);
    }
}
