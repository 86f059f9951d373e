package org.sealpost.web.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/** Reads the header of HTTP Basic (RFC 7617); whether it is right is for others to say. */
final class BasicLogin {
    private static final String SCHEME = "basic ";

    private BasicLogin() {}

    /** The password of the header; empty for another scheme and for what cannot be read. */
    static Optional<Passphrase> password(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] both =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(both));
            Arrays.fill(both, (byte) 0);
            int colon = text.toString().indexOf(':');
            Optional<Passphrase> password = colon < 0
                    ? Optional.empty()
                    : Optional.of(Passphrase.copyOf(text.subSequence(colon + 1, text.length())));
            Arrays.fill(text.array(), '\0');
            return password;
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
