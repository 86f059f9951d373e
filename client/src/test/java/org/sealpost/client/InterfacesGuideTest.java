package org.sealpost.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.client.screen.Terminal;
import picocli.CommandLine;

/** The guide's table of everything names each operation of the interface and each verb, and none that is not there. */
class InterfacesGuideTest {
    private static final Path GUIDES = Path.of("../src/doc");
    private static final String BEGIN = "## Everything that the console can do";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PATH = Pattern.compile("  /api/v1/(\\S+):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete):");
    private static final Pattern OPERATION = Pattern.compile("(GET|PUT|POST|DELETE) .*");

    @TempDir
    Path home;

    private Set<String> named;

    @BeforeEach
    void read() throws IOException {
        String guide = Files.readString(GUIDES.resolve("interfaces.md"));
        String section = guide.substring(guide.indexOf(BEGIN) + BEGIN.length());
        named = section.substring(0, section.indexOf("\n## "))
                .lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> CODE.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOperationOfTheInterfaceIsNamedAndNoOther() throws IOException {
        Set<String> operations = new TreeSet<>();
        String path = "";
        for (String line : Files.readAllLines(GUIDES.resolve("openapi.yaml"))) {
            path = group(PATH, line, path);
            String method = group(METHOD, line, "");
            if (!method.isEmpty()) {
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        assertThat(operations).hasSizeGreaterThan(50);
        assertThat(named.stream().filter(one -> OPERATION.matcher(one).matches()))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everyVerbIsNamedAndNoOther() {
        CommandLine command = command();
        Set<String> verbs = new TreeSet<>(names(command, ""));
        verbs.remove("admin");
        verbs.addAll(names(requireNonNull(command.getSubcommands().get("admin")), "admin "));
        assertThat(named.stream()
                        .filter(one -> !OPERATION.matcher(one).matches())
                        .filter(one -> !one.equals("sealpost …")))
                .containsExactlyInAnyOrderElementsOf(verbs);
    }

    private static List<String> names(CommandLine command, String before) {
        return command.getSubcommands().values().stream()
                .map(verb -> before + verb.getCommandName())
                .distinct()
                .toList();
    }

    private static String group(Pattern pattern, String line, String otherwise) {
        Matcher found = pattern.matcher(line);
        return found.matches() ? found.group(1) : otherwise;
    }

    private CommandLine command() {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(new StringWriter()),
                new TypedLines(false, List.of()),
                StandardCharsets.UTF_8);
        return Main.commandLine(Main.surroundings(terminal, Map.of(), home));
    }
}
