package org.sealpost.client;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.screen.Nobody;
import org.sealpost.client.screen.Terminal;
import org.sealpost.client.server.PublishedFiles;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/**
 * Loads what most verbs load, for the launcher's archive of classes: the launcher runs it once in the background and
 * later starts take the classes from the archive. It changes nothing and speaks to nobody but this machine.
 */
final class WarmUp {
    private static final int CLOSED_PORT = 1;

    private WarmUp() {}

    public static void main(String[] arguments) {
        Terminal silent = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(Writer.nullWriter()),
                new Nobody(),
                StandardCharsets.UTF_8);
        Surroundings here = Main.surroundings(silent, Map.of(), Path.of("nowhere"));
        Main.run(here, "--help");
        Main.run(here, "open", "--help");
        securityFile(here);
        Main.run(here, "open", "-");
        new PublishedFiles(Optional.empty()).fetch(URI.create("https://localhost:" + CLOSED_PORT + "/"), 1);
    }

    private static void securityFile(Surroundings here) {
        Providers providers = here.providers();
        SecureRandom random = here.random();
        OwnedKey key = CertificateAuthority.createRoot(
                providers,
                new KeyPairs(providers, random),
                new CertificateAuthority.RootOrder(
                        "Nobody",
                        KeyType.EC_P256,
                        CertificateOrder.newSerial(random),
                        here.clock().instant()));
        Capabilities.OWN.toDer();
        SecurityFileStore store = new SecurityFileStore(providers, random);
        try (SecurityFile file =
                        new SecurityFile("nobody@corp.example", key, List.of(key), List.of(key.certificate()));
                Passphrase password = Passphrase.copyOf("nobody’s password")) {
            store.seal(file, password);
        }
    }
}
