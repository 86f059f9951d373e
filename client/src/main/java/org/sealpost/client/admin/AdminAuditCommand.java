package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the log of acts, newest first. */
@Command(name = "audit")
final class AdminAuditCommand extends AdminVerb {
    @Option(names = "--after", paramLabel = "KEY")
    String after = "";

    AdminAuditCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("audit" + (after.isEmpty() ? "" : "?after=" + encoded(after)));
    }
}
