package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Unlocks or starts the Key Manager with the PKCS #11 token. */
@Command(name = "open-by-token")
final class AdminOpenByTokenCommand extends AdminVerb {
    @Option(names = "--pin-file", paramLabel = "FILE")
    @Nullable
    Path pinFile;

    AdminOpenByTokenCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        try (Passphrase pin = new Secrets(here).get(pinFile, "token.pin", "--pin-file")) {
            JsonObject body = Json.createObjectBuilder()
                    .add("pin", String.valueOf(pin.expose()))
                    .build();
            return server.post("key-manager/token/open", body);
        }
    }
}
