package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Agrees to a request; with the last agreement it is carried out. */
@Command(name = "approve")
final class AdminApproveCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.request")
    long request;

    AdminApproveCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("approvals/" + request + "/approve");
    }
}
