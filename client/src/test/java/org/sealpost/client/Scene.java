package org.sealpost.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.ClientHome;
import org.sealpost.client.screen.Terminal;
import org.sealpost.client.screen.Texts;

/** A folder with everything that scripts need, and a Key Manager that answers until it is stopped. */
final class Scene implements AutoCloseable {
    static final String MESSAGE = """
        From: alice@corp.example\r
        To: bob@corp.example\r
        Bcc: carol@corp.example\r
        Subject: Plans\r
        \r
        They are ready.\r
        """;

    private final Path folder;
    private final SampleOrganisation organisation;
    private final SampleKeyManager server;
    private final Locale locale;
    private final boolean atTerminal;

    private Scene(
            Path folder, SampleOrganisation organisation, SampleKeyManager server, Locale locale, boolean atTerminal) {
        this.folder = folder;
        this.organisation = organisation;
        this.server = server;
        this.locale = locale;
        this.atTerminal = atTerminal;
    }

    /** @param folder an empty one */
    static Scene open(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        SampleOrganisation organisation = SampleOrganisation.CORP;
        SampleKeyManager server = SampleKeyManager.start(organisation, folder);
        Scene scene = new Scene(folder, organisation, server, Locale.ENGLISH, true);
        for (String name : List.of("alice", "bob")) {
            scene.file(name + ".epf", organisation.file(name));
        }
        scene.file("epf.pw", SampleOrganisation.PASSWORD);
        scene.file("wrong.pw", "another password");
        scene.file("login.pw", "alice sample");
        scene.file("token", SampleOrganisation.TOKEN);
        scene.file("access.token", SampleKeyManager.ACCESS_TOKEN + "\n");
        scene.file("other.token", "b25lLW9mLW5vLXVzZQ\n");
        scene.file("message.eml", MESSAGE);
        scene.file("text.txt", "They are ready.\n");
        return scene;
    }

    Scene in(Locale language) {
        return new Scene(folder, organisation, server, language, atTerminal);
    }

    Scene withoutTerminal() {
        return new Scene(folder, organisation, server, locale, false);
    }

    SampleOrganisation organisation() {
        return organisation;
    }

    SampleKeyManager server() {
        return server;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void file(String name, String content) throws IOException {
        file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, byte[] content) throws IOException {
        Files.write(path(name), content);
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }

    String text(String name) throws IOException {
        return Files.readString(path(name));
    }

    /** Plays a script of the folder {@code scripts}. */
    void play(String name) {
        play(Script.read(name));
    }

    void play(Script script) {
        script.steps().forEach(step -> step.check(run(step.command(), step.typed())));
    }

    /** Runs one command line. */
    Script.Seen run(String command, List<String> typed) {
        List<String> words = new ArrayList<>();
        Path in = null;
        Path out = null;
        for (String word :
                command.replace("SERVER", connection()).replace("SITE", site()).split(" ", -1)) {
            if (word.startsWith("<")) {
                in = path(word.substring(1));
            } else if (word.startsWith(">")) {
                out = path(word.substring(1));
            } else {
                words.add(word.startsWith("./") ? path(word.substring(2)).toString() : word);
            }
        }
        try (InputStream piped = in == null ? new ByteArrayInputStream(new byte[0]) : Files.newInputStream(in)) {
            return run(words.subList(1, words.size()), typed, piped, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Script.Seen run(List<String> words, List<String> typed, InputStream in, @Nullable Path out)
            throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        TypedLines keyboard = new TypedLines(atTerminal, typed);
        Terminal terminal = new Terminal(in, octets, new PrintWriter(err, true), keyboard, StandardCharsets.UTF_8);
        int status = Main.run(surroundings(terminal), words.toArray(String[]::new));
        if (out != null) {
            Files.write(out, octets.toByteArray());
        }
        return new Script.Seen(
                status,
                keyboard.prompts(),
                out == null ? lines(octets.toString(StandardCharsets.UTF_8)) : List.of(),
                lines(err.toString()));
    }

    private Surroundings surroundings(Terminal terminal) {
        Clock clock = SampleOrganisation.CLOCK;
        ClientHome home = new ClientHome(folder.resolve("home"));
        return new Surroundings(terminal, new Texts(locale), home, clock, SampleOrganisation.RANDOM);
    }

    private List<String> lines(String text) {
        return Arrays.stream(text.replace(folder + "/", "./").split("\\R", -1))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String connection() {
        return site() + " --user alice --user-password-file ./login.pw";
    }

    private String site() {
        return "--server " + server.url() + " --tls-trust " + server.certificate();
    }

    @Override
    public void close() {
        server.close();
    }
}
