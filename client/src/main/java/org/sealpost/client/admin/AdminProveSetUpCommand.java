package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Completes the set-up with password and shares: the Key Manager runs. */
@Command(name = "prove-set-up")
final class AdminProveSetUpCommand extends AdminVerb {
    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--share-file", paramLabel = "FILE", arity = "1..*")
    List<Path> shareFiles = new ArrayList<>();

    @Option(names = "--needed", paramLabel = "NUMBER")
    int needed = 2;

    AdminProveSetUpCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        JsonArray shares = new Shares(here).read(shareFiles, needed);
        try (Passphrase password = new Secrets(here).startup(passwordFile)) {
            JsonObject typed = Json.createObjectBuilder()
                    .add("password", String.valueOf(password.expose()))
                    .add("shares", shares)
                    .build();
            return server.post("key-manager/set-up/proof", typed);
        }
    }
}
