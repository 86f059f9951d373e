package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the signed checkpoints of the log, or signs a new one. */
@Command(name = "checkpoints")
final class AdminCheckpointsCommand extends AdminVerb {
    @Option(names = "--make")
    boolean make;

    AdminCheckpointsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return make ? server.postForList("audit/checkpoints") : server.list("audit/checkpoints");
    }
}
