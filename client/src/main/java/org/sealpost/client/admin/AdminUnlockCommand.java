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

/** Unlocks the Key Manager after a start. */
@Command(name = "unlock")
final class AdminUnlockCommand extends AdminVerb {
    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    AdminUnlockCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        try (Passphrase password = new Secrets(here).startup(passwordFile)) {
            JsonObject body = Json.createObjectBuilder()
                    .add("password", String.valueOf(password.expose()))
                    .build();
            return server.post("key-manager/unlock", body);
        }
    }
}
