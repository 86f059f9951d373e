package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a backup, which is sealed, into a file. */
@Command(name = "fetch-backup")
final class AdminFetchBackupCommand extends AdminVerb {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "admin.backup")
    String name = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    @Option(names = "--replace")
    boolean replace;

    AdminFetchBackupCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        return SavedFile.write(
                target, replace, out -> out.write(server.octets("backups/" + encoded(name) + "/content")));
    }
}
