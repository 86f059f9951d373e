package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists requests that need the agreement of several people. */
@Command(name = "approvals")
final class AdminApprovalsCommand extends AdminVerb {
    @Option(names = "--which", paramLabel = "WHICH")
    String which = "waiting";

    @Option(names = "--after", paramLabel = "KEY")
    String after = "";

    AdminApprovalsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("approvals?which=" + encoded(which) + (after.isEmpty() ? "" : "&after=" + encoded(after)));
    }
}
