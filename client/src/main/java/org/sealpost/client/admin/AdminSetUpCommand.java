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

/** Prepares a Key Manager: recovery shares are written, everything else waits for the proof. */
@Command(name = "set-up")
final class AdminSetUpCommand extends AdminVerb {
    @Option(names = "--organisation", paramLabel = "NAME", required = true)
    String organisation = "";

    @Option(names = "--authority-key", paramLabel = "KIND")
    AuthorityKey authorityKey = AuthorityKey.EC_P256;

    /** Kinds of an authority's key. */
    enum AuthorityKey {
        EC_P256,
        RSA_3072
    }

    @Mixin
    ShareHolders shares = new ShareHolders();

    @Option(names = "--new-password-file", paramLabel = "FILE")
    @Nullable
    Path newPasswordFile;

    AdminSetUpCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        shares.makeRoom();
        try (Passphrase password = new Secrets(here).fresh(newPasswordFile, organisation, "--new-password-file")) {
            JsonObject order = shares.addTo(Json.createObjectBuilder()
                            .add("organisation", organisation)
                            .add("authorityKey", authorityKey.name()))
                    .add("password", String.valueOf(password.expose()))
                    .build();
            return shares.write(server.post("key-manager/set-up", order));
        }
    }
}
