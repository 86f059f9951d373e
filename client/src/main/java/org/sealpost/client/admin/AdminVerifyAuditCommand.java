package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Checks whether the log of acts is whole. */
@Command(name = "verify-audit")
final class AdminVerifyAuditCommand extends AdminVerb {

    AdminVerifyAuditCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("audit/verification");
    }
}
