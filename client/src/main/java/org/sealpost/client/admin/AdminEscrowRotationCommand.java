package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how moving the keys to a new escrow key stands, or goes on with a move that was broken off. */
@Command(name = "escrow-rotation")
final class AdminEscrowRotationCommand extends AdminVerb {
    @Option(names = "--go-on")
    boolean goOn;

    @Option(names = "--password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    AdminEscrowRotationCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return goOn
                ? new EscrowWork(here).contribute(server, "escrow/rotation/contributions", passwordFile)
                : server.get("escrow/rotation");
    }
}
