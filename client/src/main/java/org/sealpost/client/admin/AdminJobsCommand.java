package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists messages on their way. */
@Command(name = "jobs")
final class AdminJobsCommand extends AdminVerb {
    @Option(names = "--everybody")
    boolean everybody;

    @Option(names = "--state", paramLabel = "STATE")
    @Nullable
    String state;

    @Option(names = "--after", paramLabel = "KEY")
    String after = "";

    AdminJobsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("jobs?everybody=" + everybody
                + (state == null ? "" : "&state=" + encoded(state))
                + (after.isEmpty() ? "" : "&after=" + encoded(after)));
    }
}
