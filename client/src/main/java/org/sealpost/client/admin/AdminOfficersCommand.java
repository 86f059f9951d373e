package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Lists the recovery officers and how many of them are needed. */
@Command(name = "officers")
final class AdminOfficersCommand extends AdminVerb {

    AdminOfficersCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("recovery/officers");
    }
}
