package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists runs that do the same to many mailboxes. */
@Command(name = "bulk-runs")
final class AdminBulkRunsCommand extends AdminVerb {
    @Option(names = "--after", paramLabel = "KEY")
    String after = "";

    AdminBulkRunsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("bulk-runs" + (after.isEmpty() ? "" : "?after=" + encoded(after)));
    }
}
