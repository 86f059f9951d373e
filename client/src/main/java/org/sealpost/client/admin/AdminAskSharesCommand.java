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

/** Asks others to allow new recovery shares for exactly these holders. */
@Command(name = "ask-shares")
final class AdminAskSharesCommand extends AdminVerb {
    @Parameters(paramLabel = "HOLDER", arity = "2..*", descriptionKey = "admin.holder")
    List<String> holders = new ArrayList<>();

    @Option(names = "--needed", paramLabel = "NUMBER", required = true)
    int needed;

    @Mixin
    Grounds grounds = new Grounds();

    AdminAskSharesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        JsonObject asking = grounds.onWire()
                .add("needed", needed)
                .add("holders", Json.createArrayBuilder(holders))
                .build();
        return server.post("key-manager/shares/request", asking);
    }
}
