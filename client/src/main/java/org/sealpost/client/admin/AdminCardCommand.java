package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves the visiting card of somebody who is enabled, for address books. */
@Command(name = "card")
final class AdminCardCommand extends AdminVerb {
    @Parameters(index = "0", paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    @Option(names = "--replace")
    boolean replace;

    AdminCardCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        String question = new Query("recipients/card").with("address", address).toString();
        return SavedFile.write(target, replace, out -> server.save(question, out));
    }
}
