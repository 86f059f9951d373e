package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.server.Command;

/** What the operating system's timers call: a backup and the integrity check of a server that is running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerCommandsIT {
    private SampleServer server;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        server = SampleServer.start(temporary.resolve("data"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void backupMakesOneAndNamesItsFile() throws IOException {
        Command backup = run("backup", server.password("admin"));
        assertThat(backup.status()).as(backup.output()).isZero();
        try (Stream<Path> files = Files.list(server.data().resolve("backups"))) {
            String name = files.findFirst().orElseThrow().getFileName().toString();
            assertThat(backup.output()).contains("\"name\":\"" + name + '"');
        }
    }

    @Test
    void checkSaysWhatItFound() throws IOException {
        Command check = run("check", server.password("admin"));
        assertThat(check.status()).as(check.output()).isZero();
        assertThat(check.output()).contains("findings");
    }

    @Test
    void whoIsNoAdministratorOrMistypesGetsAnErrorAndItsStatus() throws IOException {
        Command wrong = run("backup", "not the password");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.output()).doesNotContain("not the password");
        Map<String, String> settings = settings(server.password("alice"));
        settings.put("SEALPOST_ADMIN", "alice");
        Command alice = run("backup", settings);
        assertThat(alice.status()).isEqualTo(1);
        assertThat(alice.output()).contains("not-allowed");
    }

    @Test
    void withoutItsSettingsItNamesTheFirstThatIsMissing() throws IOException {
        Map<String, String> settings = settings(server.password("admin"));
        settings.remove("SEALPOST_ADMIN");
        Command start = run("check", settings);
        assertThat(start.status()).isNotZero();
        assertThat(start.output()).contains("SEALPOST_ADMIN is missing");
    }

    private Command run(String command, String password) throws IOException {
        return run(command, settings(password));
    }

    private static Command run(String command, Map<String, String> settings) {
        return Command.run(
                settings,
                List.of(Command.server().resolve("bin/sealpost-server").toString(), command));
    }

    private Map<String, String> settings(String password) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        Map<String, String> settings = new HashMap<>();
        settings.put("SEALPOST_PUBLIC_URL", server.url());
        settings.put("SEALPOST_CA_FILE", server.certificate().toString());
        settings.put("SEALPOST_ADMIN", "admin");
        settings.put("SEALPOST_ADMIN_PASSWORD_FILE", file.toString());
        return settings;
    }
}
