package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows an import, with what was found of its mailboxes if wanted. */
@Command(name = "import")
final class AdminImportCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.import")
    long id;

    @Mixin
    Rows rows = new Rows();

    AdminImportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(rows.of("imports/" + id, "mailboxes"));
    }
}
