package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Shows which server runs the Key Manager. */
@Command(name = "service")
final class AdminServiceCommand extends AdminVerb {

    AdminServiceCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("key-manager/service");
    }
}
