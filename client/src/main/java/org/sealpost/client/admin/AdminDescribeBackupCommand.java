package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows whose backup a file is, and which start-up secret it needs. */
@Command(name = "describe-backup")
final class AdminDescribeBackupCommand extends AdminVerb {
    @Parameters(paramLabel = "NAME", descriptionKey = "admin.backup")
    String name = "";

    AdminDescribeBackupCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("backups/" + encoded(name));
    }
}
