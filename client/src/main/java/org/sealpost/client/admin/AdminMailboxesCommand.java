package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists mailboxes of the directory with their states. */
@Command(name = "mailboxes")
final class AdminMailboxesCommand extends AdminVerb {
    @Option(names = "--search", paramLabel = "TEXT")
    String search = "";

    @Option(names = "--unit", paramLabel = "NAME")
    @Nullable
    String unit;

    @Option(names = "--state", paramLabel = "STATE")
    @Nullable
    String state;

    @Option(names = "--after", paramLabel = "KEY")
    String after = "";

    AdminMailboxesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("mailboxes?text=" + encoded(search)
                + (unit == null ? "" : "&unit=" + encoded(unit))
                + (state == null ? "" : "&state=" + encoded(state))
                + (after.isEmpty() ? "" : "&after=" + encoded(after)));
    }
}
