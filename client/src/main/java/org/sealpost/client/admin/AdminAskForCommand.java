package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks others to allow a backup, opening the Key Manager, or replacing its master key. */
@Command(name = "ask-for")
final class AdminAskForCommand extends AdminVerb {
    @Parameters(paramLabel = "ACT", descriptionKey = "admin.ask-for")
    Permission act = Permission.BACKUP;

    /** What others can be asked to allow. */
    enum Permission {
        BACKUP,
        UNLOCK,
        ROTATE_MASTER_KEY
    }

    @Mixin
    Grounds grounds = new Grounds();

    AdminAskForCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.post(
                "permissions", grounds.onWire().add("verb", act.name()).build());
    }
}
