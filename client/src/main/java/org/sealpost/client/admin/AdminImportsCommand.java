package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists files of other Key Managers that were looked at or taken in, newest first. */
@Command(name = "imports")
final class AdminImportsCommand extends AdminVerb {
    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    AdminImportsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(new Query("imports").with("after", after).toString());
    }
}
