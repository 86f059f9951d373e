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

/** Changes the start-up password. */
@Command(name = "change-startup-password")
final class AdminChangeStartupPasswordCommand extends AdminVerb {
    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--new-password-file", paramLabel = "FILE")
    @Nullable
    Path newPasswordFile;

    AdminChangeStartupPasswordCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        try (Passphrase old = new Secrets(here).startup(passwordFile);
                Passphrase changed = new Secrets(here).fresh(newPasswordFile, "", "--new-password-file")) {
            JsonObject passwords = Json.createObjectBuilder()
                    .add("password", String.valueOf(old.expose()))
                    .add("changed", String.valueOf(changed.expose()))
                    .build();
            return server.put("key-manager/password", passwords);
        }
    }
}
