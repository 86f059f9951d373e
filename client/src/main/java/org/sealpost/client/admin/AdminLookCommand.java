package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what an authority’s certificate says, without trusting it. */
@Command(name = "look")
final class AdminLookCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "admin.certificate-file")
    Path file = Path.of("");

    AdminLookCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        return server.post(
                "authorities/look",
                Json.createObjectBuilder()
                        .add("certificate", CertificateFile.pem(file))
                        .build());
    }
}
