package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a run that was planned. */
@Command(name = "bulk-start")
final class AdminBulkStartCommand extends AdminVerb {
    @Parameters(paramLabel = "RUN", descriptionKey = "admin.run")
    long run;

    @Option(names = "--ticket", paramLabel = "TEXT")
    String ticket = "";

    @Option(names = "--yes")
    boolean yes;

    AdminBulkStartCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        if (!yes) {
            JsonObject planned = server.get("bulk-runs/" + run).asJsonObject();
            boolean revokes = planned.getString("kind").equals("REVOKE");
            int mailboxes = planned.getJsonObject("counts").getInt("WAITING", 0);
            makeSure(false, revokes ? "admin.bulk.revoke.sure" : "admin.bulk.sure", String.valueOf(run), mailboxes);
        }
        return server.post("bulk-runs/" + run + "/start?ticket=" + encoded(ticket));
    }
}
