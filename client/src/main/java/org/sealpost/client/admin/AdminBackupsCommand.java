package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the backups that were made, or the files that can be restored. */
@Command(name = "backups")
final class AdminBackupsCommand extends AdminVerb {
    @Option(names = "--files")
    boolean files;

    AdminBackupsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.list(files ? "backups/files" : "backups");
    }
}
