package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves every entry of the log that is asked for, as JSON Lines or CSV. */
@Command(name = "export-audit")
final class AdminExportAuditCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    @Option(names = "--csv")
    boolean csv;

    @Option(names = "--replace")
    boolean replace;

    @Mixin
    AuditChoice choice = new AuditChoice();

    AdminExportAuditCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        String question =
                choice.query("audit/export/" + (csv ? "csv" : "jsonl")).toString();
        return SavedFile.write(target, replace, out -> server.save(question, out));
    }
}
