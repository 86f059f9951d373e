package org.sealpost.client.seal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.client.home.SpooledInput;
import org.sealpost.client.screen.Failure;
import org.sealpost.client.screen.Failures;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.client.server.StoredMessages;
import org.sealpost.mime.MessageSource;
import org.sealpost.protocol.SealpostException;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a message: decrypts it, checks its signatures, gives the normal message back. */
@Command(name = "open")
public final class OpenCommand implements Callable<Integer> {
    private static final String STDIN = "-";

    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    TrustOptions trust = new TrustOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    ShowingOptions showing = new ShowingOptions();

    @Option(names = "--json", paramLabel = "REPORT")
    @Nullable
    Path report;

    @Parameters(paramLabel = "MESSAGE", defaultValue = STDIN, descriptionKey = "open.message")
    String message = STDIN;

    public OpenCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        Instant at = trust.instant(here);
        OpeningReport words = new OpeningReport(here.texts(), at);
        Opener opener = new Opener(here, securityFile, new Trust(here, trust, connection), at);
        Optional<StoredMessages.Stored> stored = stored();
        try (SpooledInput piped = piped();
                OpenedMessage opened = opener.open(
                        stored.map(StoredMessages.Stored::content).orElseGet(() -> source(piped)),
                        stored.map(StoredMessages.Stored::arrived),
                        OpeningPolicy.STANDARD_MAXIMUM_LENGTH)) {
            showing.show(here, opened.content());
            write(words.opened(opened));
            new Verdict(here, words).tell(opened);
            return OpeningReport.status(opened);
        } catch (SealpostException e) {
            Optional<Failure> failure = new Failures(here.texts()).of(e);
            if (failure.isPresent()) {
                write(words.refused(failure.get()));
            }
            throw e;
        }
    }

    /** The message on the server, if a number was given and no file has it for a name. */
    private Optional<StoredMessages.Stored> stored() {
        if (!message.matches("[0-9]{1,18}") || Files.exists(Path.of(message))) {
            return Optional.empty();
        }
        try (KeyManagerClient server = connection.open(here)) {
            return Optional.of(StoredMessages.fetch(server, Long.parseLong(message)));
        }
    }

    /** What is piped in; nothing when a file is named. */
    private SpooledInput piped() throws IOException {
        InputStream in = message.equals(STDIN) ? here.terminal().octetsIn() : InputStream.nullInputStream();
        return SpooledInput.of(in, here.providers(), here.random());
    }

    private MessageSource source(SpooledInput piped) {
        return message.equals(STDIN) ? piped : MessageSource.of(Path.of(message));
    }

    private void write(JsonObject json) throws IOException {
        if (report == null) {
            return;
        }
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(json);
        }
        byte[] content = (text.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
        if (Files.exists(report) && !Files.isRegularFile(report)) {
            Files.write(report, content); // a descriptor or pipe, which nothing can be moved over
        } else {
            PrivateFile.write(report, content);
        }
    }
}
