package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that enough of the new recovery shares are at hand: the old ones open nothing any more. */
@Command(name = "prove-shares")
final class AdminProveSharesCommand extends AdminVerb {
    @Option(names = "--share-file", paramLabel = "FILE", arity = "1..*")
    List<Path> shareFiles = new ArrayList<>();

    AdminProveSharesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        int awaited = server.get("key-manager/shares").getInt("shares");
        JsonObject typed = Json.createObjectBuilder()
                .add("shares", new Shares(here).read(shareFiles, awaited))
                .build();
        return server.post("key-manager/shares/proof", typed);
    }
}
