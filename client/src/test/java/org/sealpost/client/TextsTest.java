package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.client.screen.Terminal;
import org.sealpost.client.screen.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class TextsTest {
    @TempDir
    Path home;

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("_de").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("").stringPropertyNames());
    }

    @Test
    void bothLanguagesFillTheSamePlaceholders() throws IOException {
        Properties english = texts("");
        Properties german = texts("_de");
        for (String key : english.stringPropertyNames()) {
            if (!english.getProperty(key).contains("${")) {
                assertThat(placeholders(german.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyVerbAndOptionIsDescribed(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            List<String> silent = new ArrayList<>();
            look(command(), silent);
            assertThat(silent).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"error.wrong-password.cause", "error.cannot-decrypt.next", "finding.content-intact"})
    void theWordsOfThePagesCameAlong(String key) {
        assertThat(new Texts(Locale.ENGLISH).find(key)).isPresent();
        assertThat(new Texts(Locale.GERMAN).find(key)).isPresent().isNotEqualTo(new Texts(Locale.ENGLISH).find(key));
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

    private static void look(CommandLine command, List<String> silent) {
        String name = command.getCommandSpec().qualifiedName();
        if (command.getCommandSpec().usageMessage().description().length == 0) {
            silent.add(name);
        }
        Stream.concat(
                        command.getCommandSpec().options().stream(),
                        command.getCommandSpec().positionalParameters().stream())
                .filter(one -> !described(one))
                .forEach(one -> silent.add(name + " " + one));
        command.getSubcommands().values().forEach(verb -> look(verb, silent));
    }

    private static boolean described(ArgSpec argument) {
        return argument.description().length > 0 && !argument.description()[0].isBlank();
    }

    private static int placeholders(String text) {
        return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(Main.class.getResourceAsStream("texts" + language + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
