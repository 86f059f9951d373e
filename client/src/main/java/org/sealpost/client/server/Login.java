package org.sealpost.client.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.SecretBytes;

/** How it is proved who asks. Closed with the connection. */
public sealed interface Login extends AutoCloseable {

    /** For the header {@code Authorization}. It is a text and cannot be wiped, so it is made anew for each request. */
    String header();

    @Override
    void close();

    /**
     * By HTTP Basic (RFC 7617).
     *
     * @param name of the login in the directory
     */
    record Basic(String name, Passphrase password) implements Login {
        @Override
        public String header() {
            byte[] start = (name + ":").getBytes(StandardCharsets.UTF_8);
            try (SecretBytes secret = password.utf8()) {
                byte[] both = Arrays.copyOf(start, start.length + secret.length());
                System.arraycopy(secret.expose(), 0, both, start.length, secret.length());
                String header = "Basic " + Base64.getEncoder().encodeToString(both);
                Arrays.fill(both, (byte) 0);
                return header;
            }
        }

        @Override
        public void close() {
            password.close();
        }

        /** Never the password. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * By an access token of the organisation's identity provider (RFC 6750).
     *
     * @param token in the form that {@link #isToken} knows
     */
    record Bearer(Passphrase token) implements Login {
        private static final String SIGNS = "-._~+/=";

        /** Whether a text can be such a token (RFC 6750 section 2.1). */
        public static boolean isToken(Passphrase text) {
            for (char one : text.expose()) {
                boolean letter = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
                if (!letter && SIGNS.indexOf(one) < 0) {
                    return false;
                }
            }
            return text.length() > 0;
        }

        @Override
        public String header() {
            return "Bearer " + String.valueOf(token.expose());
        }

        @Override
        public void close() {
            token.close();
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "an access token";
        }
    }
}
