package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Enables a mailbox, or makes a new token where one is out. The token is shown this once. */
@Command(name = "enable")
final class AdminEnableCommand extends AdminVerb {
    @Parameters(paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    AdminEnableCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("mailboxes/" + encoded(address) + "/token");
    }

    @Override
    void show(JsonStructure answer) {
        TokenWords.show(here, answer.asJsonObject());
    }
}
