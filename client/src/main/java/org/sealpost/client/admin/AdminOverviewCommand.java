package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Counts mailboxes and jobs by their states. */
@Command(name = "overview")
final class AdminOverviewCommand extends AdminVerb {

    AdminOverviewCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return Json.createObjectBuilder()
                .add("mailboxes", server.list("mailboxes/counts"))
                .add("jobs", server.list("jobs/counts"))
                .build();
    }
}
