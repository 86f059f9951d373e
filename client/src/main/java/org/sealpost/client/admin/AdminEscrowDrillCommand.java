package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how the newest drill stands, or goes on with one that was broken off. */
@Command(name = "escrow-drill")
final class AdminEscrowDrillCommand extends AdminVerb {
    @Option(names = "--go-on")
    boolean goOn;

    @Option(names = "--password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    AdminEscrowDrillCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return goOn
                ? new EscrowWork(here).contribute(server, "escrow/drills/contributions", passwordFile)
                : server.get("escrow/drills");
    }
}
