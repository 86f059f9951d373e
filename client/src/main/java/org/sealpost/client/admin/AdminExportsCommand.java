package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists exports of mailboxes to other Key Managers, newest first. */
@Command(name = "exports")
final class AdminExportsCommand extends AdminVerb {
    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    AdminExportsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(new Query("exports").with("after", after).toString());
    }
}
