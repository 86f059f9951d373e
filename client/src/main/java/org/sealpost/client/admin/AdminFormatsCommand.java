package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the formats that count now, every version of them, or in which formats mail is stored. */
@Command(name = "formats")
final class AdminFormatsCommand extends AdminVerb {
    @Option(names = "--history")
    boolean history;

    @Option(names = "--stored")
    boolean stored;

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    AdminFormatsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        if (stored) {
            return server.list("formats/stored");
        }
        return server.get(
                history ? new Query("formats/history").with("after", after).toString() : "formats");
    }
}
