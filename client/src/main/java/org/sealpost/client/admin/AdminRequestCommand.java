package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a request, and who has agreed to it. */
@Command(name = "request")
final class AdminRequestCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.request")
    long request;

    AdminRequestCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("approvals/" + request);
    }
}
