package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Enables a mailbox, or makes a new token where one is out. The token is shown this once. */
@Command(name = "enable")
final class AdminEnableCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    AdminEnableCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        try (KeyManagerClient server = connection.open(here)) {
            JsonObject token =
                    server.post("mailboxes/" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "/token");
            json.print(here, token, () -> here.terminal()
                    .out()
                    .println(here.texts()
                            .of(
                                    "admin.enable.done",
                                    token.getString("mailbox"),
                                    token.getString("token"),
                                    Instant.parse(token.getString("expires")))));
        }
        return Exit.DONE;
    }
}
