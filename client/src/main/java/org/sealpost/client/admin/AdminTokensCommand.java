package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the tokens of a run into a file, as letters (PDF) or a table (CSV); once it is confirmed, they are gone. */
@Command(name = "tokens")
final class AdminTokensCommand extends AdminVerb {
    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "admin.run")
    long run;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    @Option(names = "--letters")
    boolean letters;

    @Option(names = "--confirm")
    boolean confirm;

    AdminTokensCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        String form = letters ? "/tokens.pdf" : "/tokens.csv";
        JsonObject saved = SavedFile.write(target, false, out -> out.write(server.octets("bulk-runs/" + run + form)));
        if (confirm) {
            server.delete("bulk-runs/" + run + "/tokens");
        }
        return saved;
    }
}
