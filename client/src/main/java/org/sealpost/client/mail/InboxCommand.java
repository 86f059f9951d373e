package org.sealpost.client.mail;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
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

/** Lists the messages on the server, newest first; {@code open} takes their numbers. */
@Command(name = "inbox")
public final class InboxCommand implements Callable<Integer> {
    private static final int PAGE = 100;

    private final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--sent")
    boolean sent;

    @Option(names = "--search", paramLabel = "TEXT")
    String search = "";

    @Option(names = "--most", paramLabel = "NUMBER", defaultValue = "100")
    int most = PAGE;

    public InboxCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        try (KeyManagerClient server = connection.open(here)) {
            int listed = 0;
            String after = "";
            while (after != null && listed < most) {
                JsonObject page = server.get("messages?folder=" + (sent ? "SENT" : "INBOX") + "&text=" + encoded(search)
                        + (after.isEmpty() ? "" : "&after=" + encoded(after)));
                for (JsonObject one : page.getJsonArray("messages").getValuesAs(JsonObject.class)) {
                    if (listed < most) {
                        show(one, all);
                        listed++;
                    }
                }
                after = next(page);
            }
        }
        if (json.wanted()) {
            here.terminal().out().println(all.build());
        }
        return Exit.DONE;
    }

    private static @Nullable String next(JsonObject page) {
        return page.getString("next", null);
    }

    private void show(JsonObject message, JsonArrayBuilder all) {
        if (json.wanted()) {
            all.add(message);
            return;
        }
        here.terminal()
                .out()
                .println(here.texts()
                        .of(
                                "inbox.line",
                                String.valueOf(message.getJsonNumber("id")),
                                message.getBoolean("seen") ? " " : "*",
                                here.texts().of("seal." + message.getString("seal")),
                                Instant.parse(message.getString("arrived")),
                                sent ? message.getString("to") : message.getString("from"),
                                message.getString("subject")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
