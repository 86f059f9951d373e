package org.sealpost.client.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A certificate in a file, as the interface takes it: PEM, or base64 of DER. */
final class CertificateFile {
    private static final int LARGEST = 64 * 1024;
    private static final String PEM = "-----BEGIN ";

    private CertificateFile() {}

    static String text(Path file) throws IOException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(LARGEST);
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(PEM);
        return begin < 0 ? Base64.getEncoder().encodeToString(content) : text.substring(begin);
    }

    /** As PEM, whichever form it has. */
    static String pem(Path file) throws IOException {
        String text = text(file);
        return text.startsWith(PEM) ? text : PEM + "CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }
}
