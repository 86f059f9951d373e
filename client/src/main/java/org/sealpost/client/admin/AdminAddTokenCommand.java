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

/** Lets the configured PKCS #11 token open the Key Manager. */
@Command(name = "add-token")
final class AdminAddTokenCommand extends AdminVerb {
    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--pin-file", paramLabel = "FILE")
    @Nullable
    Path pinFile;

    AdminAddTokenCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        try (Passphrase password = new Secrets(here).startup(passwordFile);
                Passphrase pin = new Secrets(here).get(pinFile, "token.pin", "--pin-file")) {
            JsonObject secrets = Json.createObjectBuilder()
                    .add("password", String.valueOf(password.expose()))
                    .add("pin", String.valueOf(pin.expose()))
                    .build();
            return server.post("key-manager/token/add", secrets);
        }
    }
}
