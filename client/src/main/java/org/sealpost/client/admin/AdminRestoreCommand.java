package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a backup into a server whose Key Manager is not set up. */
@Command(name = "restore")
final class AdminRestoreCommand extends AdminVerb {
    @Parameters(paramLabel = "NAME", descriptionKey = "admin.backup")
    String name = "";

    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--shares")
    boolean byShares;

    @Option(names = "--share-file", paramLabel = "FILE", arity = "1..*")
    List<Path> shareFiles = new ArrayList<>();

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminRestoreCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        makeSure(yes, "admin.restore.sure", name);
        String path = "backups/" + encoded(name);
        JsonObject secret = secret(server.get(path));
        return new LongWork(here).watched(() -> server.patient().post(path + "/restore", secret), OptionalInt::empty);
    }

    private JsonObject secret(JsonObject backup) throws IOException {
        if (byShares || !shareFiles.isEmpty()) {
            return Json.createObjectBuilder()
                    .add("shares", new Shares(here).read(shareFiles, backup.getInt("sharesNeeded")))
                    .build();
        }
        return startupPassword(passwordFile);
    }
}
