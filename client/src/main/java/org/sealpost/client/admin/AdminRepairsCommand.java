package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Lists what could be mended of the last check’s findings; nothing is touched. */
@Command(name = "repairs")
final class AdminRepairsCommand extends AdminVerb {

    AdminRepairsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.list("integrity/repairs");
    }
}
