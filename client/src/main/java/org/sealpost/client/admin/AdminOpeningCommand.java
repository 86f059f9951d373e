package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Shows what opens the Key Manager, and which master key is in use. */
@Command(name = "opening")
final class AdminOpeningCommand extends AdminVerb {

    AdminOpeningCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("key-manager/opening");
    }
}
