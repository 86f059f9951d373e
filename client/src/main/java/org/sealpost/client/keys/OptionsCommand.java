package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
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

/** Shows and changes what counts for new messages unless said otherwise. */
@Command(name = "options")
public final class OptionsCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--encrypt", negatable = true, defaultValue = Option.NULL_VALUE, fallbackValue = "true")
    @Nullable
    Boolean encrypt;

    @Option(names = "--sign", negatable = true, defaultValue = Option.NULL_VALUE, fallbackValue = "true")
    @Nullable
    Boolean sign;

    public OptionsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        try (KeyManagerClient server = connection.open(here)) {
            JsonObject before = server.get("mailbox").getJsonObject("options");
            JsonObject wanted = Json.createObjectBuilder()
                    .add("encrypt", encrypt == null ? before.getBoolean("encrypt") : encrypt)
                    .add("sign", sign == null ? before.getBoolean("sign") : sign)
                    .build();
            if (!wanted.equals(before)) {
                server.put("mailbox/options", wanted);
            }
            json.print(here, wanted, () -> print(here, wanted));
        }
        return Exit.DONE;
    }

    static void print(Surroundings here, JsonObject options) {
        String encrypt = here.texts().of(options.getBoolean("encrypt") ? "yes" : "no");
        String sign = here.texts().of(options.getBoolean("sign") ? "yes" : "no");
        here.terminal().out().println(here.texts().of("options.shown", encrypt, sign));
    }
}
