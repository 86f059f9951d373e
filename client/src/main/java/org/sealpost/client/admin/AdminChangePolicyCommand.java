package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes how many people must agree to a sensitive act; what is not said stays. */
@Command(name = "change-policy")
final class AdminChangePolicyCommand extends AdminVerb {
    @Parameters(paramLabel = "ACT", descriptionKey = "admin.act")
    String act = "";

    @Option(names = "--people", paramLabel = "NUMBER")
    @Nullable
    Integer people;

    @Option(names = "--role", paramLabel = "ROLE")
    @Nullable
    String role;

    @Option(names = "--hours", paramLabel = "NUMBER")
    @Nullable
    Long hours;

    @Option(names = "--needs-reason", negatable = true, defaultValue = Option.NULL_VALUE, fallbackValue = "true")
    @Nullable
    Boolean needsReason;

    @Option(names = "--needs-ticket", negatable = true, defaultValue = Option.NULL_VALUE, fallbackValue = "true")
    @Nullable
    Boolean needsTicket;

    @Mixin
    Grounds grounds = new Grounds();

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminChangePolicyCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        JsonObject now = policy(server);
        JsonObject wanted = grounds.onWire()
                .add("people", people == null ? now.getInt("people") : people)
                .add("role", role == null ? now.getString("role") : role)
                .add("hours", hours == null ? now.getInt("hours") : hours)
                .add("reasonRequired", needsReason == null ? now.getBoolean("reasonRequired") : needsReason)
                .add("ticketRequired", needsTicket == null ? now.getBoolean("ticketRequired") : needsTicket)
                .build();
        makeSure(
                yes,
                "admin.change-policy.sure",
                now.getString("verb"),
                wanted.getInt("people"),
                wanted.getString("role"));
        return server.put("approval-policies/" + now.getString("verb"), wanted);
    }

    private JsonObject policy(KeyManagerClient server) {
        return server.list("approval-policies").asJsonArray().getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("verb")
                        .equals(act.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new Refused("act-unknown", act));
    }
}
