package org.sealpost.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.screen.Nobody;
import org.sealpost.client.screen.Terminal;
import org.sealpost.client.screen.Texts;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the man pages and the completion of shells from the verbs themselves, when the client is built. */
final class Manual {
    private static final int STATUSES = 4;

    private final Texts texts;
    private final StringBuilder page = new StringBuilder();

    private Manual(Texts texts) {
        this.texts = texts;
    }

    /** Writes into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Locale.setDefault(language);
            String folder = language.equals(Locale.ENGLISH) ? "man/man1" : "man/" + language.getLanguage() + "/man1";
            write(share.resolve(folder).resolve("sealpost.1"), page(language));
        }
        Locale.setDefault(Locale.ENGLISH);
        write(
                share.resolve("bash-completion/completions/sealpost"),
                AutoComplete.bash("sealpost", command()).replaceAll("(?m)^# .*[0-9]{4}.*\\R", ""));
    }

    /** The man page in one language, which must be the platform's too. */
    static String page(Locale language) {
        Manual manual = new Manual(new Texts(language));
        manual.write(command().getCommandSpec());
        return manual.page.toString();
    }

    private static CommandLine command() {
        Terminal silent = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(Writer.nullWriter()),
                new Nobody(),
                StandardCharsets.UTF_8);
        Surroundings here = Main.surroundings(silent, Map.of(), Path.of("nowhere"));
        return Main.commandLine(here);
    }

    private void write(CommandSpec sealpost) {
        line(".TH SEALPOST 1 \"\" Sealpost");
        section("NAME");
        line("sealpost \\- " + escaped(description(sealpost)));
        section("SYNOPSIS");
        line(".B sealpost");
        line("\\fIVERB\\fR [\\fIOPTIONS\\fR]");
        section(texts.of("manual.verbs"));
        sealpost.subcommands().values().stream().distinct().forEach(verb -> verb(verb.getCommandSpec()));
        section("EXIT STATUS");
        for (int status = 0; status < STATUSES; status++) {
            entry(String.valueOf(status), texts.of("manual.status." + status));
        }
        section("ENVIRONMENT");
        entry("SEALPOST_HOME", texts.of("manual.home"));
        entry("SEALPOST_NO_CACHE", texts.of("manual.no-cache"));
    }

    private void verb(CommandSpec verb) {
        line(".SS " + escaped(verb.qualifiedName().substring("sealpost ".length()) + positional(verb)));
        line(escaped(description(verb)));
        verb.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(this::option);
        for (PositionalParamSpec parameter : verb.positionalParameters()) {
            entry(parameter.paramLabel(), text(parameter));
        }
        verb.subcommands().values().stream().distinct().forEach(one -> verb(one.getCommandSpec()));
    }

    private void option(OptionSpec option) {
        String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        entry(String.join(", ", option.names()) + label, text(option));
    }

    private static String positional(CommandSpec verb) {
        return verb.positionalParameters().stream()
                .map(parameter -> " " + parameter.paramLabel())
                .collect(Collectors.joining());
    }

    private static String description(CommandSpec verb) {
        return String.join(" ", verb.usageMessage().description());
    }

    private static String text(ArgSpec argument) {
        return String.join(" ", Arrays.asList(argument.description()));
    }

    private void section(String title) {
        line(".SH " + escaped(title));
    }

    private void entry(String term, String text) {
        line(".TP");
        line(".B " + escaped(term));
        line(escaped(text));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** A hyphen would become a dash, and a dot at the beginning a command (groff_char(7)). */
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private static void write(Path file, String content) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, content);
    }
}
