package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows an export, with its mailboxes if wanted. */
@Command(name = "export")
final class AdminExportCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.export")
    long id;

    @Mixin
    Rows rows = new Rows();

    AdminExportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(rows.of("exports/" + id, "mailboxes"));
    }
}
