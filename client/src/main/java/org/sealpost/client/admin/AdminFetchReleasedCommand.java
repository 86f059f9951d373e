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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the keys of a release that was agreed to into a PKCS #12 file. */
@Command(name = "fetch-released")
final class AdminFetchReleasedCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    @Option(names = "--code-file", paramLabel = "FILE")
    @Nullable
    Path codeFile;

    @Option(names = "--replace")
    boolean replace;

    @Option(names = "--new-password-file", paramLabel = "FILE")
    @Nullable
    Path newPasswordFile;

    AdminFetchReleasedCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        try (Passphrase code = new Secrets(here).get(codeFile, "release.code", "--code-file");
                Passphrase password = new Secrets(here).fresh(newPasswordFile, "", "--new-password-file")) {
            JsonObject fetching = Json.createObjectBuilder()
                    .add("code", String.valueOf(code.expose()))
                    .add("password", String.valueOf(password.expose()))
                    .build();
            return SavedFile.write(target, replace, out -> out.write(server.octets("recovery/released", fetching)));
        }
    }
}
