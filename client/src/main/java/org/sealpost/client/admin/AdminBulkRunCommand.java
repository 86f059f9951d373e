package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a run, with its mailboxes if wanted. */
@Command(name = "bulk-run")
final class AdminBulkRunCommand extends AdminVerb {
    private static final int MINUTE = 60;

    @Parameters(paramLabel = "RUN", descriptionKey = "admin.run")
    long run;

    @Mixin
    Rows rows = new Rows();

    AdminBulkRunCommand(Surroundings here) {
        super(here);
    }

    @Override
    void show(JsonStructure answer) {
        super.show(answer);
        JsonObject shown = answer.asJsonObject();
        if (shown.getString("state", "").equals("RUNNING")) {
            here.terminal().out().println(pace(shown));
        }
    }

    private String pace(JsonObject shown) {
        if (!shown.containsKey("perMinute")) {
            return here.texts().of("admin.bulk.pace.unknown");
        }
        long seconds = shown.getJsonNumber("secondsLeft").longValue();
        return here.texts()
                .of("admin.bulk.pace", shown.getJsonNumber("perMinute").longValue(), (seconds + MINUTE - 1) / MINUTE);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(rows.of("bulk-runs/" + run, "items"));
    }
}
