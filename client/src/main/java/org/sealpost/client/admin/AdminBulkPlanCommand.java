package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plans a run over many mailboxes and shows what it would do; nothing is done yet. */
@Command(name = "bulk-plan")
final class AdminBulkPlanCommand extends AdminVerb {
    @Option(names = "--kind", paramLabel = "KIND")
    String kind = "ENABLE";

    @Option(names = "--compromised")
    boolean compromised;

    @Option(names = "--left")
    boolean left;

    @Option(names = "--moved")
    boolean moved;

    @Option(names = "--search", paramLabel = "TEXT")
    String search = "";

    @Option(names = "--unit", paramLabel = "NAME")
    @Nullable
    String unit;

    @Option(names = "--group", paramLabel = "ADDRESS")
    @Nullable
    String group;

    @Option(names = "--file", paramLabel = "CSV")
    @Nullable
    Path file;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    AdminBulkPlanCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        List<String> causes = causes();
        if (causes.size() > 1 || causes.isEmpty() && kind.equalsIgnoreCase("REVOKE")) {
            throw new UsageProblem("one-of", "--compromised, --left, --moved");
        }
        String wanted = "?kind=" + encoded(kind) + "&reason=" + encoded(reason)
                + (causes.isEmpty() ? "" : "&cause=" + causes.get(0));
        if (file != null) {
            String name = String.valueOf(file.getFileName());
            return server.post("bulk-runs/file" + wanted + "&name=" + encoded(name), file, "text/csv");
        }
        return server.post("bulk-runs" + wanted + "&text=" + encoded(search)
                + (unit == null ? "" : "&unit=" + encoded(unit))
                + (group == null ? "" : "&group=" + encoded(group)));
    }

    private List<String> causes() {
        return Stream.of(compromised ? "COMPROMISED" : "", left ? "LEFT" : "", moved ? "MOVED" : "")
                .filter(cause -> !cause.isEmpty())
                .toList();
    }
}
