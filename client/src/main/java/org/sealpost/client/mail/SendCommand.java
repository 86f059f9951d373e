package org.sealpost.client.mail;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.mime.ThreadLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends a message, signed and encrypted on this computer. */
@Command(name = "send")
public final class SendCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    LetterOptions options = new LetterOptions();

    @Mixin
    JsonOption json = new JsonOption();

    public SendCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        Letter letter = new Letter(
                options.to,
                options.cc,
                options.bcc,
                options.subject == null ? "" : options.subject,
                options.text(here),
                options.attachments(),
                ThreadLinks.NONE);
        new Mail(here, connection, securityFile, json).send(letter, options);
        return Exit.DONE;
    }
}
