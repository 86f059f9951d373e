package org.sealpost.web.api;

import jakarta.ws.rs.BadRequestException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Octets as they come over the wire. */
final class Octets {
    private Octets() {}

    /** @throws BadRequestException when they are missing or not base64 */
    static byte[] read(@Nullable String base64) {
        if (base64 == null) {
            throw new BadRequestException();
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }
}
