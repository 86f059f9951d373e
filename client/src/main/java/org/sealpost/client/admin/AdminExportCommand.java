package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an export, with its mailboxes if wanted. */
@Command(name = "export")
final class AdminExportCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.export")
    long id;

    @Option(names = "--items")
    boolean items;

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    AdminExportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        String path = "exports/" + id;
        return server.get(
                items ? new Query(path + "/mailboxes").with("after", after).toString() : path);
    }
}
