package org.sealpost.client.admin;

import jakarta.json.Json;
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
import picocli.CommandLine.Parameters;

/** Makes new recovery shares, each in a file for its holder; in force once they are proved. */
@Command(name = "new-shares")
final class AdminNewSharesCommand extends AdminVerb {
    @Parameters(paramLabel = "HOLDER", arity = "2..*", descriptionKey = "admin.holder")
    List<String> holders = new ArrayList<>();

    @Option(names = "--needed", paramLabel = "NUMBER", required = true)
    int needed;

    @Option(names = "--folder", paramLabel = "FOLDER", required = true)
    Path folder = Path.of("");

    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    AdminNewSharesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        Shares.makeRoom(folder, holders.size());
        try (Passphrase password = new Secrets(here).startup(passwordFile)) {
            JsonObject order = Json.createObjectBuilder()
                    .add("needed", needed)
                    .add("holders", Json.createArrayBuilder(holders))
                    .add("password", String.valueOf(password.expose()))
                    .build();
            return Shares.write(server.post("key-manager/shares", order), folder);
        }
    }
}
