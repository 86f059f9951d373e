package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the sealed file of an export, to be taken to the other Key Manager. */
@Command(name = "fetch-export")
final class AdminFetchExportCommand extends AdminVerb {
    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "admin.export")
    long id;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    @Option(names = "--replace")
    boolean replace;

    AdminFetchExportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        return SavedFile.write(target, replace, out -> server.save("exports/" + id + "/file", out));
    }
}
