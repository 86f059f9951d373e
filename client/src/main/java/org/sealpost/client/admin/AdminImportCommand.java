package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an import, with what was found of its mailboxes if wanted. */
@Command(name = "import")
final class AdminImportCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.import")
    long id;

    @Option(names = "--items")
    boolean items;

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    AdminImportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        String path = "imports/" + id;
        return server.get(
                items ? new Query(path + "/mailboxes").with("after", after).toString() : path);
    }
}
