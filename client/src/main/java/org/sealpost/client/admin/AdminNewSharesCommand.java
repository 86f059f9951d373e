package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes new recovery shares, each in a file for its holder; in force once they are proved. */
@Command(name = "new-shares")
final class AdminNewSharesCommand extends AdminVerb {
    @Mixin
    ShareHolders shares = new ShareHolders();

    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    AdminNewSharesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        shares.makeRoom();
        try (Passphrase password = new Secrets(here).startup(passwordFile)) {
            JsonObject order = shares.addTo(Json.createObjectBuilder())
                    .add("password", String.valueOf(password.expose()))
                    .build();
            return shares.write(server.post("key-manager/shares", order));
        }
    }
}
