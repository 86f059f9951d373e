package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows why a message on its way stands where it stands, or decides about it. */
@Command(name = "job")
final class AdminJobCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.job")
    long job;

    @Option(names = "--choose", paramLabel = "CHOICE")
    @Nullable
    String choice;

    AdminJobCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        if (choice == null) {
            return server.get("jobs/" + job);
        }
        String constant = choice.toUpperCase(Locale.ROOT).replace('-', '_');
        return server.post(
                "jobs/" + job + "/choice",
                Json.createObjectBuilder().add("choice", constant).build());
    }
}
