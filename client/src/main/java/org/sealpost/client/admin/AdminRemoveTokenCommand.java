package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The PKCS #11 token opens the Key Manager no longer. */
@Command(name = "remove-token")
final class AdminRemoveTokenCommand extends AdminVerb {
    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminRemoveTokenCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.remove-token.sure");
        return server.post("key-manager/token/remove", startupPassword(passwordFile));
    }
}
