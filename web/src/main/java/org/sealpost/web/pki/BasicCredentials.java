package org.sealpost.web.pki;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.sealpost.certification.EstLogin;
import org.sealpost.crypto.Passphrase;

/** Name and password of HTTP Basic (RFC 7617); whether they are right is for others to say. */
final class BasicCredentials {
    private static final String SCHEME = "basic ";
    private static final int LONGEST = 1024;

    private BasicCredentials() {}

    /** An empty name with an empty password stands for what is missing or cannot be read. */
    static EstLogin of(@Nullable String header) {
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return nobody();
        }
        try {
            byte[] both =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(both));
            Arrays.fill(both, (byte) 0);
            EstLogin login = login(text);
            Arrays.fill(text.array(), '\0');
            return login;
        } catch (IllegalArgumentException e) {
            return nobody();
        }
    }

    private static EstLogin login(CharBuffer text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ':') {
                return new EstLogin(
                        text.subSequence(0, at).toString(), Passphrase.copyOf(text.subSequence(at + 1, text.length())));
            }
        }
        return nobody();
    }

    private static EstLogin nobody() {
        return new EstLogin("", Passphrase.copyOf(""));
    }
}
