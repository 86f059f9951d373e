package org.sealpost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the sample that cannot succeed; the ones that do are the subject of the tests of the whole. */
class SampleStartIT {
    @TempDir
    private Path folder;

    @Test
    void namesTheTakenPortsAndTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int offset = Math.floorMod(taken.getLocalPort() - 8443, 65_536);
            Command start = start(Map.of("SEALPOST_PORT_OFFSET", String.valueOf(offset)));
            assertThat(start.status()).isEqualTo(1);
            assertThat(start.output())
                    .containsPattern("port\\(s\\)( \\d+)* " + taken.getLocalPort() + "( \\d+)* taken")
                    .contains("SEALPOST_PORT_OFFSET=");
        }
    }

    @Test
    void refusesAPortOffsetThatIsNoNumber() {
        Command start = start(Map.of("SEALPOST_PORT_OFFSET", "many"));
        assertThat(start.status()).isEqualTo(1);
        assertThat(start.output()).contains("must be a number, not \"many\"");
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        Command start = start(Map.of("SEALPOST_DB_URL", "jdbc:other:somewhere", "SEALPOST_PORT_OFFSET", "31000"));
        assertThat(start.status()).isEqualTo(1);
        assertThat(start.output()).contains("must start with jdbc:postgresql: or jdbc:h2:");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Command start = start(Map.of("SEALPOST_DATA", file.resolve("data").toString()));
        assertThat(start.status()).isEqualTo(1);
        assertThat(start.output()).contains("cannot make the data folder");
    }

    @Test
    void refusesAFolderThatAnotherInstanceWorksIn() throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("server.pid"), "4711\n");
        Process other = new ProcessBuilder(
                        "flock", data.resolve("lock").toString(), "sh", "-c", "echo taken; exec sleep 60")
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("taken");
            Command start = start(Map.of("SEALPOST_DATA", data.toString()));
            assertThat(start.status()).isEqualTo(1);
            assertThat(start.output()).contains("is in use by another Sealpost (process 4711)");
        } finally {
            other.descendants().forEach(ProcessHandle::destroyForcibly);
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void explainsItselfAndRefusesWordsItDoesNotKnow() {
        assertThat(run(Map.of(), "--help").output()).contains("SEALPOST_DATA", "READY <https address>");
        assertThat(run(Map.of(), "--sideways").status()).isEqualTo(2);
    }

    private Command start(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("SEALPOST_DATA", folder.resolve("data").toString());
        return run(all, "--no-build");
    }

    private static Command run(Map<String, String> environment, String argument) {
        return Command.run(
                environment, List.of(Command.repository().resolve("src/bin/run").toString(), argument));
    }
}
