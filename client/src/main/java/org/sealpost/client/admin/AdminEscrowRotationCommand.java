package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.Passphrase;
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
        if (!goOn) {
            return server.get("escrow/rotation");
        }
        try (Passphrase password = new Secrets(here).get(passwordFile, "officer.password", "--password-file")) {
            JsonObject body = Json.createObjectBuilder()
                    .add("password", String.valueOf(password.expose()))
                    .build();
            return new LongWork(here)
                    .watched(
                            () -> server.patient().post("escrow/rotation/contributions", body),
                            () -> EscrowMove.percent(server));
        }
    }
}
