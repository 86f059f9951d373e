package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plans a run over many mailboxes and shows what it would do; nothing is done yet. */
@Command(name = "bulk-plan")
final class AdminBulkPlanCommand extends AdminVerb {
    @Option(names = "--kind", paramLabel = "KIND")
    String kind = "ENABLE";

    @Option(names = "--search", paramLabel = "TEXT")
    String search = "";

    @Option(names = "--unit", paramLabel = "NAME")
    @Nullable
    String unit;

    @Option(names = "--group", paramLabel = "ADDRESS")
    @Nullable
    String group;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    AdminBulkPlanCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("bulk-runs?kind=" + encoded(kind) + "&text=" + encoded(search) + "&reason=" + encoded(reason)
                + (unit == null ? "" : "&unit=" + encoded(unit))
                + (group == null ? "" : "&group=" + encoded(group)));
    }
}
