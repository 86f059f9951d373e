package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.client.screen.Terminal;
import picocli.CommandLine;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final Locale before = Locale.getDefault();

    @TempDir
    Path home;

    @BeforeEach
    void inEnglish() {
        Locale.setDefault(Locale.ROOT);
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("sealpost \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void helpGoesToStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Signs, seals and opens mail");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpSpeaksGerman() {
        Locale.setDefault(Locale.GERMANY);
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("versiegelt und öffnet");
    }

    @Test
    void nothingToDoIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: sealpost");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(run("--frobnicate")).isEqualTo(2);
        assertThat(err.toString()).contains("--frobnicate");
    }

    @Test
    void everyVerbTellsItsResultToProgramsToo() {
        assertThat(verbs(Main.commandLine(Main.surroundings(terminal(), Map.of(), home))))
                .hasSizeGreaterThan(80)
                .allSatisfy(verb -> assertThat(verb.getCommandSpec().findOption("--json"))
                        .as(verb.getCommandSpec().qualifiedName())
                        .isNotNull());
    }

    private static List<CommandLine> verbs(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? List.of(command)
                : command.getSubcommands().values().stream()
                        .flatMap(each -> verbs(each).stream())
                        .toList();
    }

    private int run(String... arguments) {
        return Main.run(Main.surroundings(terminal(), Map.of(), home), arguments);
    }

    private Terminal terminal() {
        return new Terminal(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintWriter(err, true),
                new TypedLines(false, List.of()),
                StandardCharsets.UTF_8);
    }
}
