package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;

/** Messages that were sealed once open for ever, with every recipient's key. */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/smime/golden");
    private static final Instant WRITTEN = Instant.parse("2026-11-24T12:00:00Z");

    static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(".eml")).sorted().toList();
        }
    }

    @Test
    void thereIsOneOfEachKind() throws IOException {
        assertThat(messages()).hasSize(4 + 2 * EncryptionFormat.values().length);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void opensWithEveryKey(Path file) throws IOException, GeneralSecurityException {
        MessageSource message = MessageSource.of(file);
        for (String key : List.of("rsa", "p256", "p384")) {
            DecryptionKey decryption = new DecryptionKey(read(key), Corp.PROVIDERS);
            try (decryption;
                    OpenedMessage opened = Corp.OPENER.open(message, List.of(decryption), policy())) {
                assertThat(Corp.content(opened)).isEqualTo(Files.readAllBytes(FOLDER.resolve("letter.txt")));
                assertThat(opened.signaturesHold())
                        .as(opened.signatures().toString())
                        .isTrue();
                assertThat(opened.sealState().format().map(Enum::name)).isEqualTo(formatOf(file));
            }
        }
    }

    private static Optional<String> formatOf(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("sealed-")
                ? Optional.of(name.substring("sealed-".length(), name.lastIndexOf('-')))
                : Optional.empty();
    }

    private static OpeningPolicy policy() throws IOException {
        PathCheck path = new PathCheck(
                Corp.PROVIDERS,
                List.of(certificate("authority")),
                List.of(Certificates.parseCrl(Files.readAllBytes(FOLDER.resolve("authority.crl")))));
        return new OpeningPolicy(EnumSet.allOf(EncryptionFormat.class), path, WRITTEN);
    }

    private static OwnedKey read(String name) throws IOException, GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(FOLDER.resolve(name + ".pkcs8")));
        KeyFactory factory = KeyFactory.getInstance(name.equals("rsa") ? "RSA" : "EC");
        return new OwnedKey(factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)), certificate(name));
    }

    private static X509Certificate certificate(String name) throws IOException {
        return Certificates.parse(Files.readAllBytes(FOLDER.resolve(name + ".pem")));
    }
}
