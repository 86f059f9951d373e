package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the receipt of another Key Manager: who has arrived there has moved, and is revoked here. */
@Command(name = "confirm-export")
final class AdminConfirmExportCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "admin.receipt-file")
    Path file = Path.of("");

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminConfirmExportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        makeSure(yes, "admin.confirm-export.sure");
        return server.post("exports/receipts", file, TransferMedia.FILE);
    }
}
