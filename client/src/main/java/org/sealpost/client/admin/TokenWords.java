package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.sealpost.client.command.Surroundings;

/** Shows a token to a person, this once. */
final class TokenWords {
    private TokenWords() {}

    static void show(Surroundings here, JsonObject token) {
        here.terminal()
                .out()
                .println(here.texts()
                        .of(
                                "admin.enable.done",
                                token.getString("mailbox"),
                                token.getString("token"),
                                Instant.parse(token.getString("expires"))));
    }
}
