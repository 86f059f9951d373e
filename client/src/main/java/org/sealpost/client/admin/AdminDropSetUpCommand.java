package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Forgets a set-up that was prepared, to begin anew. */
@Command(name = "drop-set-up")
final class AdminDropSetUpCommand extends AdminVerb {

    AdminDropSetUpCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.delete("key-manager/set-up");
    }
}
