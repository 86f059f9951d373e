package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Enables a revoked mailbox again. The token is shown this once. */
@Command(name = "re-enable")
final class AdminReEnableCommand extends AdminVerb {
    @Parameters(paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    AdminReEnableCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("mailboxes/" + encoded(address) + "/re-enablement");
    }

    @Override
    void show(JsonStructure answer) {
        TokenWords.show(here, answer.asJsonObject());
    }
}
