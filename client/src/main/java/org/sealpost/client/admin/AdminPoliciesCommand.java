package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Lists how many people each sensitive act needs. */
@Command(name = "policies")
final class AdminPoliciesCommand extends AdminVerb {

    AdminPoliciesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.list("approval-policies");
    }
}
