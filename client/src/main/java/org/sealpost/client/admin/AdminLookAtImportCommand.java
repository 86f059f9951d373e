package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at another Key Manager’s file: what would become of everybody in it. Nothing is taken in. */
@Command(name = "look-at-import")
final class AdminLookAtImportCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "admin.transfer-file")
    Path file = Path.of("");

    @Option(
            names = "--fingerprint",
            paramLabel = "SHA-256",
            required = true,
            descriptionKey = "admin.authority-fingerprint")
    String fingerprint = "";

    AdminLookAtImportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        return server.post(new Query("imports").with("fingerprint", fingerprint).toString(), file, TransferMedia.FILE);
    }
}
