package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the accounts of partners outside, newest first. */
@Command(name = "partners")
final class AdminPartnersCommand extends AdminVerb {
    @Option(names = "--search", paramLabel = "TEXT")
    @Nullable
    String search;

    @Option(names = "--state", paramLabel = "STATE")
    @Nullable
    String state;

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    AdminPartnersCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(new Query("partners")
                .with("text", search)
                .with("state", state)
                .with("after", after)
                .toString());
    }
}
