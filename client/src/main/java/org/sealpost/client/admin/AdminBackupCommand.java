package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.OptionalInt;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;

/** Makes a backup now. */
@Command(name = "backup")
final class AdminBackupCommand extends AdminVerb {

    AdminBackupCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        JsonObject done = new LongWork(here)
                .polled(
                        server.post("backups/begin"),
                        () -> server.get("backups/progress"),
                        AdminBackupCommand::percent);
        if (done.getBoolean("failed")) {
            throw new Refused("backup-broken-off");
        }
        return done;
    }

    private static OptionalInt percent(JsonObject backup) {
        return LongWork.percent(
                backup.getJsonNumber("rows").longValue(),
                backup.getJsonNumber("expected").longValue());
    }
}
