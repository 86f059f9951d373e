package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for the recovery of a mailbox’s keys to its owner. */
@Command(name = "recover")
final class AdminRecoverCommand extends AdminVerb {
    @Parameters(paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    @Option(names = "--ticket", paramLabel = "TEXT")
    String ticket = "";

    AdminRecoverCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        JsonObject asking = Json.createObjectBuilder()
                .add("mailbox", MailboxNumber.of(server, address))
                .add("reason", reason)
                .add("ticket", ticket)
                .build();
        return server.post("recovery/requests", asking);
    }
}
