package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves the certificates in force as SMIMEA records, for whoever runs the zones of the domain name system. */
@Command(name = "export-smimea")
final class AdminExportSmimeaCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    @Option(names = "--domain", paramLabel = "DOMAIN", descriptionKey = "admin.smimea-domain")
    @Nullable
    String domain;

    @Option(names = "--replace")
    boolean replace;

    AdminExportSmimeaCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        String question =
                new Query("certificates/smimea").with("domain", domain).toString();
        return SavedFile.write(target, replace, out -> server.save(question, out));
    }
}
