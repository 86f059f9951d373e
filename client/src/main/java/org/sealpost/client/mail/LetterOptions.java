package org.sealpost.client.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.seal.Formats;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.sending.SendingOptions;
import picocli.CommandLine.Option;

/** What a message says and how it is to be sealed. */
final class LetterOptions {
    private static final String STDIN = "-";
    private static final int LARGEST_TEXT = 1_000_000;

    @Option(names = "--to", paramLabel = "ADDRESS", arity = "1..*")
    List<String> to = new ArrayList<>();

    @Option(names = "--cc", paramLabel = "ADDRESS", arity = "1..*")
    List<String> cc = new ArrayList<>();

    @Option(names = "--bcc", paramLabel = "ADDRESS", arity = "1..*")
    List<String> bcc = new ArrayList<>();

    @Option(names = "--subject", paramLabel = "TEXT")
    @Nullable
    String subject;

    @Option(names = "--body", paramLabel = "FILE")
    @Nullable
    String body;

    @Option(names = "--attach", paramLabel = "FILE", arity = "1..*")
    List<Path> attach = new ArrayList<>();

    @Option(names = "--encrypt", negatable = true, defaultValue = Option.NULL_VALUE, fallbackValue = "true")
    @Nullable
    Boolean encrypt;

    @Option(names = "--sign", negatable = true, defaultValue = Option.NULL_VALUE, fallbackValue = "true")
    @Nullable
    Boolean sign;

    @Option(names = "--if-not-enabled", paramLabel = "CHOICE")
    @Nullable
    IfNotEnabled ifNotEnabled;

    @Option(names = "--format", paramLabel = "NAME", completionCandidates = Formats.class)
    @Nullable
    String format;

    /** What to do about recipients that cannot be sealed to; a person is asked without it. */
    enum IfNotEnabled {
        remove,
        plain,
        cancel
    }

    /** The text: a file's, or what is piped in. */
    String text(Surroundings here) {
        try (InputStream in =
                body == null || body.equals(STDIN) ? here.terminal().octetsIn() : Files.newInputStream(Path.of(body))) {
            return new String(in.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that go with it. */
    List<OutgoingAttachment> attachments() {
        return attach.stream().map(LetterOptions::attachment).toList();
    }

    /** The two boxes: as given, else as the mailbox's owner chose for new messages. */
    SendingOptions boxes(SendingOptions chosen) {
        return new SendingOptions(encrypt == null ? chosen.encrypt() : encrypt, sign == null ? chosen.sign() : sign);
    }

    private static OutgoingAttachment attachment(Path file) {
        try {
            String type = Files.probeContentType(file);
            return new OutgoingAttachment(
                    String.valueOf(file.getFileName()),
                    type == null ? "application/octet-stream" : type,
                    MessageSource.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
