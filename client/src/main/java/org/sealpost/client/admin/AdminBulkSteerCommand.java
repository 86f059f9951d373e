package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Pauses a run, goes on with it, or cancels it. */
@Command(name = "bulk-steer")
final class AdminBulkSteerCommand extends AdminVerb {
    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "admin.run")
    long run;

    @Parameters(index = "1", paramLabel = "VERB", descriptionKey = "admin.steer")
    Steering verb = Steering.pause;

    /** What to do with the run. */
    enum Steering {
        pause,
        resume,
        cancel
    }

    AdminBulkSteerCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post("bulk-runs/" + run + "/" + verb);
    }
}
