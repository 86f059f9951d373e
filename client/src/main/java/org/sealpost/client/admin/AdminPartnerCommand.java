package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the account of a partner, or what it has ordered. */
@Command(name = "partner")
final class AdminPartnerCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.partner")
    String id = "";

    @Mixin
    Rows rows = new Rows();

    AdminPartnerCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(rows.of("partners/" + encoded(id), "orders"));
    }
}
