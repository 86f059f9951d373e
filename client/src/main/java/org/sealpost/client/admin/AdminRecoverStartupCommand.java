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

/** Replaces a lost start-up password by means of recovery shares. */
@Command(name = "recover-startup")
final class AdminRecoverStartupCommand extends AdminVerb {
    @Option(names = "--share-file", paramLabel = "FILE", arity = "1..*")
    List<Path> shareFiles = new ArrayList<>();

    @Option(names = "--needed", paramLabel = "NUMBER")
    int needed = 2;

    @Option(names = "--new-password-file", paramLabel = "FILE")
    @Nullable
    Path newPasswordFile;

    AdminRecoverStartupCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        JsonArray shares = new Shares(here).read(shareFiles, needed);
        try (Passphrase changed = new Secrets(here).fresh(newPasswordFile, "", "--new-password-file")) {
            JsonObject lost = Json.createObjectBuilder()
                    .add("shares", shares)
                    .add("password", String.valueOf(changed.expose()))
                    .build();
            return server.post("key-manager/recover", lost);
        }
    }
}
