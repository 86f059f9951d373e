package org.sealpost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip on a new machine: unpacked, configured and started for an organisation whose directory speaks TLS. */
class DistributionIT {
    private static final String PASSWORD = "one-of-its-own";

    private final int offset = Ports.freeOffset();
    private final String url = "https://localhost:" + (8443 + offset);

    @TempDir
    private Path folder;

    @Test
    void theUnpackedZipStartsAndItsSetUpPageIsReachedByLogin() throws Exception {
        Path secret = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        makeKeyStore(secret);
        Path product = Distribution.unpack(Files.createDirectory(folder.resolve("opt")));
        for (String paper : List.of("LICENSE", "README.md", "sealpost-bom.json", "sealpost-bom.xml")) {
            assertThat(product.resolve(paper)).isNotEmptyFile();
        }
        try (TlsDirectory directory = new TlsDirectory(folder.resolve("keystore.p12"), PASSWORD);
                LongCommand server = new LongCommand(
                        settings(directory, secret),
                        List.of(product.resolve("bin/sealpost-server").toString()),
                        folder.resolve("output.log"))) {
            assertThat(server.await("STARTED ")).matches("STARTED " + url + " \\d+\\.\\d s \\d+ MB");
            assertThat(server.await("Not ready yet")).contains(url + "/setup.xhtml");
            assertThat(curl("/health/ready")).contains("is not set up").contains("The directory answers.");
            assertThat(curl("/setup.xhtml")).contains("j_password");
            assertThat(curl("/j_security_check", "-d", "j_username=admin", "-d", "j_password=admin-sample"))
                    .contains("Start-up password")
                    .contains("Corp Ltd");
            assertOwnDatabasePassword();
            assertThatStrangersFindNobody(server);
            assertThat(server.terminate()).isZero();
            assertThat(server.output()).endsWith("Stopped.\n").doesNotContain(PASSWORD);
        }
    }

    /** Neither look-up nor address book is there unless it is asked for. */
    private void assertThatStrangersFindNobody(LongCommand server) {
        assertThat(curl("/pki/certificates?address=alice@corp.example", "-w", "%{http_code}"))
                .isEqualTo("404");
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), 10636 + offset))
                .isInstanceOf(ConnectException.class);
        assertThat(server.output()).doesNotContain("address book");
    }

    private void assertOwnDatabasePassword() throws IOException {
        Path password = folder.resolve("data/database-password");
        assertThat(Files.readString(password)).hasSizeGreaterThanOrEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    private Map<String, String> settings(TlsDirectory directory, Path secret) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("SEALPOST_DATA", folder.resolve("data").toString());
        settings.put("SEALPOST_PORT_OFFSET", String.valueOf(offset));
        settings.put("SEALPOST_BIND_ADDRESS", "127.0.0.1");
        settings.put("SEALPOST_PUBLIC_URL", url);
        settings.put("SEALPOST_ORGANISATION", "Corp Ltd");
        settings.put("SEALPOST_HEAP", "448m");
        settings.put("SEALPOST_LDAP_URL", directory.url());
        settings.put("SEALPOST_LDAP_TRUST_FILE", certificate().toString());
        settings.put("SEALPOST_LDAP_BASE_DN", TlsDirectory.BASE);
        settings.put("SEALPOST_LDAP_BIND_DN", "uid=directory-reader,ou=services,dc=corp,dc=example");
        settings.put(
                "SEALPOST_LDAP_BIND_PASSWORD_FILE",
                Files.writeString(folder.resolve("directory-password"), "directory-reader-sample\n")
                        .toString());
        settings.put("SEALPOST_TLS_KEYSTORE", folder.resolve("keystore.p12").toString());
        settings.put("SEALPOST_TLS_KEYSTORE_PASSWORD_FILE", secret.toString());
        settings.put("SEALPOST_STARTUP_PASSWORD_FILE", secret.toString());
        return settings;
    }

    private Path certificate() {
        return folder.resolve("certificate.pem");
    }

    private void makeKeyStore(Path password) {
        String store = " -alias tls -storetype PKCS12 -keystore " + folder.resolve("keystore.p12") + " -storepass:file "
                + password;
        keytool("-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1" + store);
        keytool("-exportcert -rfc -file " + certificate() + store);
    }

    private static void keytool(String words) {
        Command made = Command.run(Map.of(), List.of(("keytool " + words).split(" ")));
        assertThat(made.status()).as(made.output()).isZero();
    }

    /** What a browser would show: follows redirections and keeps cookies. */
    private String curl(String path, String... options) {
        String cookies = folder.resolve("cookies").toString();
        List<String> words = new ArrayList<>(List.of(
                "curl",
                "-sS",
                "-L",
                "-b",
                cookies,
                "-c",
                cookies,
                "--cacert",
                certificate().toString()));
        words.addAll(List.of(options));
        words.add(url + path);
        return Command.run(Map.of(), words).output();
    }
}
