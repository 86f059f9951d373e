package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a request of one’s own back. */
@Command(name = "withdraw")
final class AdminWithdrawCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.request")
    long request;

    AdminWithdrawCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("approvals/" + request + "/withdraw");
    }
}
