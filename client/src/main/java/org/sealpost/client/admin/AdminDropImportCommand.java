package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an import up before anybody is taken in. */
@Command(name = "drop-import")
final class AdminDropImportCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.import")
    long id;

    AdminDropImportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.delete("imports/" + id);
    }
}
