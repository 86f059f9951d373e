package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the accounts of partners outside, newest first. */
@Command(name = "partners")
final class AdminPartnersCommand extends AdminVerb {
    @Mixin
    Search search = new Search();

    AdminPartnersCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(search.of("partners"));
    }
}
