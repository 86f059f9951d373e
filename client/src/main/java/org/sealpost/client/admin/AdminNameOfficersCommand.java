package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names the recovery officers, or asks those who have to agree. */
@Command(name = "name-officers")
final class AdminNameOfficersCommand extends AdminVerb {
    @Parameters(paramLabel = "ADDRESS", arity = "2..*", descriptionKey = "admin.officer")
    List<String> addresses = new ArrayList<>();

    @Option(names = "--needed", paramLabel = "NUMBER", required = true)
    int needed;

    @Mixin
    Grounds grounds = new Grounds();

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminNameOfficersCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.name-officers.sure", needed, String.join(", ", addresses));
        JsonObject naming = grounds.onWire()
                .add("addresses", Json.createArrayBuilder(addresses))
                .add("needed", needed)
                .build();
        return server.put("recovery/officers", naming);
    }
}
