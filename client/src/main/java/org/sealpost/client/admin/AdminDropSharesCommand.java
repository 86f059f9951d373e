package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Forgets new recovery shares that are not proved; the present ones stay. */
@Command(name = "drop-shares")
final class AdminDropSharesCommand extends AdminVerb {

    AdminDropSharesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.delete("key-manager/shares");
    }
}
