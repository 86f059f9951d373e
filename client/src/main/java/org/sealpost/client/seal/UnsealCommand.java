package org.sealpost.client.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.client.home.SpooledInput;
import org.sealpost.client.screen.Progress;
import org.sealpost.mime.MessageSource;
import org.sealpost.smime.OpenedMessage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives back a file that was sealed with {@code seal --file}; of any size, in little memory. */
@Command(name = "unseal")
public final class UnsealCommand implements Callable<Integer> {
    private static final String STDIN = "-";

    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    TrustOptions trust = new TrustOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    ReportFile report = new ReportFile();

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable
    Path target;

    @Option(names = "--replace")
    boolean replace;

    @Parameters(paramLabel = "SEALED", defaultValue = STDIN, descriptionKey = "unseal.sealed")
    String sealed = STDIN;

    public UnsealCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        if (target != null) {
            Refused.ifThere(target, replace);
        }
        Instant at = trust.instant(here);
        OpeningReport words = new OpeningReport(here.texts(), at);
        return report.reporting(here.texts(), words::refused, () -> unseal(words, at));
    }

    private int unseal(OpeningReport words, Instant at) throws IOException {
        Opener opener = new Opener(here, securityFile, new Trust(here, trust, connection), at);
        InputStream in = sealed.equals(STDIN) ? here.terminal().octetsIn() : InputStream.nullInputStream();
        try (SpooledInput piped = SpooledInput.of(in, here.providers(), here.random())) {
            MessageSource source = sealed.equals(STDIN) ? piped : MessageSource.of(Path.of(sealed));
            try (OpenedMessage opened =
                    opener.open(new Progress(here.terminal()).watching(source), Optional.empty(), Long.MAX_VALUE)) {
                give(opened);
                report.write(words.opened(opened));
                new Verdict(here, words).tell(opened);
                return OpeningReport.status(opened);
            }
        }
    }

    private void give(OpenedMessage opened) throws IOException {
        if (target != null) {
            PrivateFile.write(target, out -> FileMessage.extract(opened.content(), out));
        } else {
            OutputStream out = here.terminal().octetsOut();
            FileMessage.extract(opened.content(), out);
            out.flush();
        }
    }
}
