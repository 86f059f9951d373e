package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends the account of a partner at once; its certificates stay in force. */
@Command(name = "end-partner")
final class AdminEndPartnerCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.partner")
    String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminEndPartnerCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.end-partner.sure", id);
        return server.delete(
                new Query("partners/" + encoded(id)).with("reason", reason).toString());
    }
}
