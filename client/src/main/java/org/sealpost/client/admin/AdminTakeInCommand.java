package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for those of an import to be taken in who can be. */
@Command(name = "take-in")
final class AdminTakeInCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.import")
    long id;

    @Mixin
    Grounds grounds = new Grounds();

    AdminTakeInCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("imports/" + id + "/request", grounds.onWire().build());
    }
}
