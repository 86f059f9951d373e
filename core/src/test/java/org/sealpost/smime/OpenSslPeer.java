package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/** The {@code openssl} program with the keys of {@link Corp} in a folder. A missing openssl is a failure. */
final class OpenSslPeer {

    static final String BODY =
            "Content-Type: text/plain; charset=utf-8\r\n\r\nThe plans for the new building are ready.\r\n";

    private final Path folder;

    OpenSslPeer(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(Corp.AUTHORITY.certificate()));
        Files.writeString(folder.resolve("body.txt"), BODY);
        writePair("rsa", Corp.BOB_RSA);
        writePair("ec", Corp.CAROL_EC);
        writePair("ec384", Corp.DAVE_EC_384);
        writePair("signer-ec", Corp.ALICE_SIGNS);
        writePair("signer-rsa", Corp.ALICE_SIGNS_RSA);
    }

    /** Runs {@code openssl cms} with arguments separated by single spaces, and gives its output. */
    String cms(String arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("openssl", "cms", "-provider", "legacy", "-provider", "default"));
        command.addAll(List.of(arguments.split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
        return output;
    }

    /** A file as a message from Alice. */
    byte[] fromAlice(String file) throws IOException {
        return Der.join(Corp.ascii("From: alice@corp.example\r\n"), read(file));
    }

    byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    void write(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
    }

    void writePair(String name, OwnedKey key) throws IOException {
        Files.writeString(folder.resolve(name + ".pem"), Certificates.pem(key.certificate()));
        Files.writeString(
                folder.resolve(name + ".key"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(key.privateKey().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }
}
