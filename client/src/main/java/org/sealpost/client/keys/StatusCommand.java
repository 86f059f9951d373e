package org.sealpost.client.keys;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.screen.Texts;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Where one's own mailbox stands, as the Key Manager knows it. */
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    public StatusCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        try (KeyManagerClient server = connection.open(here)) {
            JsonObject mailbox = server.get("mailbox");
            json.print(here, mailbox, () -> print(mailbox));
        }
        return Exit.DONE;
    }

    private void print(JsonObject mailbox) {
        Texts texts = here.texts();
        line("status.mailbox", mailbox.getString("name"), mailbox.getString("address"));
        line("status.state", texts.of("state." + mailbox.getString("state")));
        if (mailbox.containsKey("tokenExpires")) {
            line("status.token", Instant.parse(mailbox.getString("tokenExpires")));
        }
        OptionsCommand.print(here, mailbox.getJsonObject("options"));
        for (JsonObject one : mailbox.getJsonArray("certificates").getValuesAs(JsonObject.class)) {
            line(
                    "status.certificate",
                    texts.of("profile." + one.getString("profile")),
                    texts.of("certificate." + one.getString("state")),
                    Instant.parse(one.getString("notAfter")),
                    one.getString("serial"));
        }
    }

    private void line(String key, Object... values) {
        here.terminal().out().println(here.texts().of(key, values));
    }
}
