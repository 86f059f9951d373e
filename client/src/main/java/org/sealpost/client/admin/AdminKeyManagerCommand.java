package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Shows in which state the Key Manager is. */
@Command(name = "key-manager")
final class AdminKeyManagerCommand extends AdminVerb {

    AdminKeyManagerCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("key-manager");
    }
}
