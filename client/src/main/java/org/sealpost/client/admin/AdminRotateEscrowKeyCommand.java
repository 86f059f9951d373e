package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for a new escrow key, to which all escrowed keys move. */
@Command(name = "rotate-escrow-key")
final class AdminRotateEscrowKeyCommand extends AdminVerb {
    @Mixin
    Grounds grounds = new Grounds();

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminRotateEscrowKeyCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.rotate-escrow-key.sure");
        return server.post("escrow/rotation", grounds.onWire().build());
    }
}
