package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks for a drill that opens every escrowed key once. */
@Command(name = "drill")
final class AdminDrillCommand extends AdminVerb {
    @Mixin
    Grounds grounds = new Grounds();

    AdminDrillCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("escrow/drills", grounds.onWire().build());
    }
}
