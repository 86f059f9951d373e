package org.sealpost.client.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.sealpost.crypto.SecretBytes;

/** The header of HTTP Basic (RFC 7617). It is a text and cannot be wiped, so it is made anew for each request. */
final class BasicLogin {
    private BasicLogin() {}

    static String header(Connection connection) {
        byte[] name = (connection.user() + ":").getBytes(StandardCharsets.UTF_8);
        try (SecretBytes password = connection.password().utf8()) {
            byte[] both = Arrays.copyOf(name, name.length + password.length());
            System.arraycopy(password.expose(), 0, both, name.length, password.length());
            String header = "Basic " + Base64.getEncoder().encodeToString(both);
            Arrays.fill(both, (byte) 0);
            return header;
        }
    }
}
