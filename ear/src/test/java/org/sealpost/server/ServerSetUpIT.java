package org.sealpost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSetUpIT {
    @TempDir
    private Path folder;

    @Test
    void everyScriptHasItsUndo() throws IOException {
        assertThat(scripts(false)).isNotEmpty().allSatisfy(script -> assertThat(undo(script))
                .exists());
        assertThat(scripts(true)).hasSameSizeAs(scripts(false));
    }

    @Test
    void doingAndUndoingEverythingLeavesTheConfigurationAsItCame() throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        for (String file : List.of("standalone.xml", "mgmt-users.properties", "mgmt-groups.properties")) {
            Files.copy(delivered(file), configuration.resolve(file));
        }
        Files.copy(delivered("application-users.properties"), configuration.resolve("application-users.properties"));
        Files.copy(delivered("application-roles.properties"), configuration.resolve("application-roles.properties"));

        List<String> lines = new ArrayList<>(List.of("embed-server --server-config=standalone.xml"));
        for (Path script : doneThenUndone()) {
            lines.addAll(Files.readAllLines(script));
        }
        lines.add("stop-embedded-server");
        Command result = commandLine(Files.write(folder.resolve("all.cli"), lines));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(sortedLines(configuration.resolve("standalone.xml")))
                .isEqualTo(sortedLines(delivered("standalone.xml")));
    }

    private Command commandLine(Path script) {
        Path server = Command.server();
        return Command.run(
                Map.of("JBOSS_HOME", server.toString()),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djboss.home.dir=" + server,
                        "-Djboss.server.base.dir=" + folder,
                        "-jar",
                        server.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        server.resolve("modules").toString(),
                        "org.jboss.as.cli",
                        "--no-color-output",
                        "--file=" + script));
    }

    private static List<Path> doneThenUndone() throws IOException {
        List<Path> scripts = new ArrayList<>(scripts(false));
        scripts(false).stream()
                .sorted(Comparator.reverseOrder())
                .map(ServerSetUpIT::undo)
                .forEach(scripts::add);
        return scripts;
    }

    private static Path undo(Path script) {
        return script.resolveSibling(script.getFileName().toString().replace(".cli", ".undo.cli"));
    }

    private static List<Path> scripts(boolean undoing) throws IOException {
        try (Stream<Path> files = Files.list(Command.repository().resolve("src/wildfly"))) {
            return files.filter(file -> file.toString().endsWith(".cli"))
                    .filter(file -> file.toString().endsWith(".undo.cli") == undoing)
                    .sorted()
                    .toList();
        }
    }

    private static Path delivered(String file) {
        return Command.server().resolve("standalone/configuration").resolve(file);
    }

    /** The order of siblings carries no meaning there, and undoing puts what was removed behind the rest. */
    private static List<String> sortedLines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).sorted().toList();
    }
}
