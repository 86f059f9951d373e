package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
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
        return server.post("key-manager/unlock", startupPassword(passwordFile));
    }
}
