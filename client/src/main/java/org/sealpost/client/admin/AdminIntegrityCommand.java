package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.util.OptionalInt;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows whether what is kept belongs together, as it was checked last or is checked now. */
@Command(name = "integrity")
final class AdminIntegrityCommand extends AdminVerb {
    @Option(names = "--now")
    boolean now;

    AdminIntegrityCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        if (!now) {
            return server.get("integrity");
        }
        return new LongWork(here)
                .polled(server.post("integrity/begin"), () -> server.get("integrity"), report -> OptionalInt.empty());
    }
}
