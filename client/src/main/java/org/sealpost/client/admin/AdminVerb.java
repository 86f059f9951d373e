package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.Passphrase;
import picocli.CommandLine.Mixin;

/** A verb that is one question to the Key Manager. The answer is shown as a table, or given on as it came. */
abstract class AdminVerb implements Callable<Integer> {
    final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    AdminVerb(Surroundings here) {
        this.here = here;
    }

    /** Puts the question. */
    abstract JsonStructure ask(KeyManagerClient server) throws IOException;

    /** Shows the answer to a person. */
    void show(JsonStructure answer) {
        new AnswerTable(here.terminal().out()).print(answer);
    }

    @Override
    public Integer call() throws IOException {
        try (KeyManagerClient server = connection.open(here)) {
            JsonStructure answer = ask(server);
            json.print(here, answer, () -> show(answer));
        }
        return Exit.DONE;
    }

    /** Asks before something that cannot be taken back, unless that was answered beforehand. */
    final void makeSure(boolean sure, String question, Object... arguments) {
        String yes = here.texts().of("yes");
        if (!sure && !here.terminal().confirmed(here.texts().of(question, arguments) + " [" + yes + "/…] ", yes)) {
            throw new Refused("not-confirmed");
        }
    }

    /** What a verb sends that needs the start-up password and nothing else. */
    final JsonObject startupPassword(@Nullable Path file) {
        try (Passphrase password = new Secrets(here).startup(file)) {
            return alone(password);
        }
    }

    /** A password as the only thing that is sent. */
    static JsonObject alone(Passphrase password) {
        return Json.createObjectBuilder()
                .add("password", String.valueOf(password.expose()))
                .build();
    }

    /** A value for a path or query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
