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
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.home.SavedConnection;
import org.sealpost.mime.Address;
import org.sealpost.mime.ReadMessage;
import org.sealpost.mime.ReplyDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a message on the server, quoted, sealed anew. */
@Command(name = "reply")
public final class ReplyCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    LetterOptions options = new LetterOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--all")
    boolean all;

    @Parameters(paramLabel = "ID", descriptionKey = "message.id")
    long number;

    public ReplyCommand(Surroundings here) {
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
        ReplyDraft draft = ReplyDraft.of(message, self(), all);
        return new Letter(
                specs(draft.to(), options.to),
                specs(draft.cc(), options.cc),
                options.bcc,
                options.subject == null ? draft.subject() : options.subject,
                text + draft.text(),
                options.attachments(),
                draft.links());
    }

    private Address self() {
        return SavedConnection.load(here.home())
                .mailbox()
                .map(Address::of)
                .orElseThrow(() -> new UsageProblem("option-missing", "config --mailbox"));
    }

    private static List<String> specs(List<Address> answered, List<String> further) {
        return Stream.concat(answered.stream().map(Address::spec), further.stream())
                .toList();
    }
}
