package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Lists the organisational units of the directory. */
@Command(name = "units")
final class AdminUnitsCommand extends AdminVerb {

    AdminUnitsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.list("mailboxes/units");
    }
}
