package org.sealpost.client.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.SpooledInput;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.client.server.StoredMessages;
import org.sealpost.mime.MessageSource;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    ReportFile report = new ReportFile();

    @Parameters(paramLabel = "MESSAGE", defaultValue = STDIN, descriptionKey = "open.message")
    String message = STDIN;

    public OpenCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        Instant at = trust.instant(here);
        OpeningReport words = new OpeningReport(here.texts(), at);
        return report.reporting(here.texts(), words::refused, () -> open(words, at));
    }

    private int open(OpeningReport words, Instant at) throws IOException {
        Opener opener = new Opener(here, securityFile, new Trust(here, trust, connection), at);
        Optional<StoredMessages.Stored> stored = stored();
        try (SpooledInput piped = piped();
                OpenedMessage opened = opener.open(
                        stored.map(StoredMessages.Stored::content).orElseGet(() -> source(piped)),
                        stored.map(StoredMessages.Stored::arrived),
                        OpeningPolicy.STANDARD_MAXIMUM_LENGTH)) {
            showing.show(here, opened.content());
            report.write(words.opened(opened));
            new Verdict(here, words).tell(opened);
            return OpeningReport.status(opened);
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
}
