package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a run, with its mailboxes if wanted. */
@Command(name = "bulk-run")
final class AdminBulkRunCommand extends AdminVerb {
    @Parameters(paramLabel = "RUN", descriptionKey = "admin.run")
    long run;

    @Option(names = "--items")
    boolean items;

    @Option(names = "--after", paramLabel = "KEY")
    String after = "";

    AdminBulkRunCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(
                "bulk-runs/" + run + (items ? "/items" + (after.isEmpty() ? "" : "?after=" + encoded(after)) : ""));
    }
}
