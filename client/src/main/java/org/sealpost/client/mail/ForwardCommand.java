package org.sealpost.client.mail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.mime.ForwardDraft;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.ReadMessage;
import org.sealpost.mime.ThreadLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a message on the server on, with its attachments, sealed anew to its new recipients. */
@Command(name = "forward")
public final class ForwardCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    LetterOptions options = new LetterOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Parameters(paramLabel = "ID", descriptionKey = "message.id")
    long number;

    public ForwardCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        String text = options.text(here);
        new Answering(here, connection, securityFile)
                .open(number, message -> new Mail(here, connection, securityFile, json)
                        .send(letter(message, text), options));
        return Exit.DONE;
    }

    private Letter letter(ReadMessage message, String text) {
        ForwardDraft draft = ForwardDraft.of(message);
        List<OutgoingAttachment> files = Stream.concat(draft.attachments().stream(), options.attachments().stream())
                .toList();
        return new Letter(
                options.to,
                options.cc,
                options.bcc,
                options.subject == null ? draft.subject() : options.subject,
                text + draft.text(),
                files,
                ThreadLinks.NONE);
    }
}
