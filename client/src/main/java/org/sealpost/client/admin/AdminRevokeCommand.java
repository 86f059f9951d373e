package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends the certificates of a mailbox: its keys are compromised, or its owner has left. */
@Command(name = "revoke")
final class AdminRevokeCommand extends AdminVerb {
    @Parameters(paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    @Option(names = "--compromised")
    boolean compromised;

    @Option(names = "--left")
    boolean left;

    @Option(names = "--since", paramLabel = "INSTANT")
    @Nullable
    String since;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    @Option(names = "--yes")
    boolean yes;

    AdminRevokeCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        if (compromised == left) {
            throw new UsageProblem("one-of", "--compromised, --left");
        }
        makeSure(yes, "admin.revoke.sure", address);
        JsonObjectBuilder ending = Json.createObjectBuilder()
                .add("cause", compromised ? "COMPROMISED" : "LEFT")
                .add("reason", reason);
        if (since != null) {
            ending.add("since", since);
        }
        return server.post("mailboxes/" + encoded(address) + "/revocation", ending.build());
    }
}
