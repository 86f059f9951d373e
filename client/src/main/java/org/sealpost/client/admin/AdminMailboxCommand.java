package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows where a mailbox stands, with its certificates. */
@Command(name = "mailbox")
final class AdminMailboxCommand extends AdminVerb {
    @Parameters(paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    AdminMailboxCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("mailboxes/" + encoded(address));
    }
}
