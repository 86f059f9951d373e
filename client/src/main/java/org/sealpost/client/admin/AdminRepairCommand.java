package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.Locale;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mends what the last check has found, or shows what that would mend. */
@Command(name = "repair")
final class AdminRepairCommand extends AdminVerb {
    @Parameters(paramLabel = "REPAIR", descriptionKey = "admin.repair")
    String repair = "";

    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminRepairCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        String name = repair.toUpperCase(Locale.ROOT).replace('-', '_');
        JsonObject proposal = proposal(server, name);
        if (dryRun) {
            return proposal;
        }
        makeSure(yes, "admin.repair.sure", name, proposal.getJsonNumber("count").longValue());
        return server.post("integrity/repairs/" + encoded(name));
    }

    private static JsonObject proposal(KeyManagerClient server, String name) {
        return server.list("integrity/repairs").asJsonArray().getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("repair").equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("nothing-to-repair", name));
    }
}
