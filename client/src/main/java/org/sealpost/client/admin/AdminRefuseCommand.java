package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Refuses a request. */
@Command(name = "refuse")
final class AdminRefuseCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.request")
    long request;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    AdminRefuseCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post(
                "approvals/" + request + "/refuse",
                Json.createObjectBuilder().add("reason", reason).build());
    }
}
