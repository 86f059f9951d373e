package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for mailboxes with their key history to be sealed for another Key Manager. */
@Command(name = "export-mailboxes")
final class AdminExportMailboxesCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "admin.transfer-certificate-file")
    Path file = Path.of("");

    @Option(names = "--fingerprint", paramLabel = "SHA-256", required = true)
    String fingerprint = "";

    @Option(
            names = "--mailbox",
            paramLabel = "ADDRESS",
            arity = "1..*",
            required = true,
            descriptionKey = "admin.mailboxes-that-go")
    List<String> addresses = new ArrayList<>();

    @Mixin
    Grounds grounds = new Grounds();

    AdminExportMailboxesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        return server.post(
                "exports",
                grounds.onWire()
                        .add("certificate", CertificateFile.pem(file))
                        .add("fingerprint", fingerprint)
                        .add("addresses", Json.createArrayBuilder(addresses))
                        .build());
    }
}
