package org.sealpost.est;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.OwnedKey;

/**
 * A private key that the Key Manager made, with its certificate, in two parts (RFC 7030 section 4.4.2). Only TLS seals it
 * on its way; closing wipes it.
 */
public final class KeyParts implements AutoCloseable {
    private static final int BOUNDARY_LENGTH = 16;

    private final String boundary;
    private final SecretBytes body;

    private KeyParts(String boundary, SecretBytes body) {
        this.boundary = boundary;
        this.body = body;
    }

    /** Writes both parts. */
    public static KeyParts of(OwnedKey key, SecureRandom random) {
        byte[] name = new byte[BOUNDARY_LENGTH];
        random.nextBytes(name);
        String boundary = HexFormat.of().formatHex(name);
        Wiped all = new Wiped();
        try (SecretBytes encoded = SecretBytes.taking(key.privateKey().getEncoded());
                SecretBytes text = SecretBytes.taking(Base64.getMimeEncoder().encode(encoded.expose()))) {
            part(all, boundary, "application/pkcs8", text.expose());
            part(all, boundary, CertsOnly.MEDIA_TYPE, CertsOnly.base64(List.of(key.certificate())));
            all.writeBytes(ascii("--" + boundary + "--\r\n"));
            return new KeyParts(boundary, SecretBytes.taking(all.toByteArray()));
        } finally {
            all.wipe();
        }
    }

    private static void part(Wiped all, String boundary, String mediaType, byte[] content) {
        all.writeBytes(ascii(
                "--" + boundary + "\r\nContent-Type: " + mediaType + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"));
        all.writeBytes(content);
        all.writeBytes(ascii("\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Media type with the parts' boundary. */
    public String mediaType() {
        return "multipart/mixed; boundary=" + boundary;
    }

    /** Both parts; not to be kept. */
    public byte[] expose() {
        return body.expose();
    }

    @Override
    public void close() {
        body.close();
    }

    /** Large enough from the start that nothing is copied while it grows. */
    private static final class Wiped extends ByteArrayOutputStream {
        Wiped() {
            super(64 * 1024);
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
