package org.sealpost.client.mail;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists one's own contacts: people outside to whom one can send encrypted mail; or removes one of them. */
@Command(name = "contacts")
public final class ContactsCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--search", paramLabel = "TEXT")
    String search = "";

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    @Option(names = "--remove", paramLabel = "ID")
    @Nullable
    String remove;

    public ContactsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        try (KeyManagerClient server = connection.open(here)) {
            JsonObject answer = remove == null
                    ? server.get("contacts?text=" + encoded(search) + (after == null ? "" : "&after=" + encoded(after)))
                    : server.delete("contacts/" + encoded(remove));
            json.print(here, answer, () -> print(answer));
        }
        return Exit.DONE;
    }

    private void print(JsonObject answer) {
        if (remove != null) {
            here.terminal().out().println(here.texts().of("contacts.removed", remove));
            return;
        }
        for (JsonObject one : answer.getJsonArray("contacts").getValuesAs(JsonObject.class)) {
            here.terminal()
                    .out()
                    .println(here.texts()
                            .of(
                                    "contacts.line",
                                    one.getString("id"),
                                    one.getString("address"),
                                    here.texts().of(one.getBoolean("usable") ? "contacts.usable" : "contacts.unusable"),
                                    Instant.parse(one.getString("until"))));
        }
        if (answer.containsKey("next")) {
            here.terminal().out().println("next: " + answer.getString("next"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
