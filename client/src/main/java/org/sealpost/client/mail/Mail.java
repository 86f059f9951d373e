package org.sealpost.client.mail;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.seal.Correspondents;
import org.sealpost.client.seal.RecipientBook;
import org.sealpost.client.seal.Trust;
import org.sealpost.client.seal.TrustOptions;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.epf.SecurityFile;
import org.sealpost.sending.SendingOptions;

/** What sending, answering and sending on have in common. */
final class Mail {
    private final Surroundings here;
    private final ConnectionOptions connection;
    private final SecurityFileOptions securityFile;
    private final JsonOption json;

    Mail(Surroundings here, ConnectionOptions connection, SecurityFileOptions securityFile, JsonOption json) {
        this.here = here;
        this.connection = connection;
        this.securityFile = securityFile;
        this.json = json;
    }

    /** Sends a letter and says under which numbers it is on its way. */
    void send(Letter letter, LetterOptions options) throws IOException {
        if (letter.everybody().isEmpty()) {
            throw new UsageProblem("option-missing", "--to");
        }
        try (KeyManagerClient server = connection.open(here);
                SecurityFile file = securityFile.open(here)) {
            JsonObject own = server.get("mailbox").getJsonObject("options");
            SendingOptions boxes = options.boxes(new SendingOptions(own.getBoolean("encrypt"), own.getBoolean("sign")));
            Trust trust = new Trust(here, TrustOptions.of(false), connection);
            List<String> asked = Stream.concat(letter.everybody().stream(), Stream.of(file.mailbox()))
                    .toList();
            Correspondents people = new RecipientBook(here, file, trust.of(file)).find(asked, Optional.of(server));
            Posting posting = new Posting(here, server);
            new Sending(here, file, posting, options.format)
                    .send(letter, people, boxes, new Question(here, options.ifNotEnabled));
            report(posting.jobs());
        }
    }

    private void report(List<Long> jobs) {
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        jobs.forEach(numbers::add);
        JsonObject result = Json.createObjectBuilder().add("jobs", numbers).build();
        json.print(here, result, () -> here.terminal()
                .out()
                .println(here.texts()
                        .of(
                                "send.done",
                                String.join(
                                        ", ", jobs.stream().map(String::valueOf).toList()))));
    }
}
