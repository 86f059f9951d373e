package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the certificate that other Key Managers seal to, and saves it if wanted. */
@Command(name = "transfer-certificate")
final class AdminTransferCertificateCommand extends AdminVerb {
    @Option(names = "--save", paramLabel = "FILE", descriptionKey = "admin.save-certificate")
    @Nullable
    Path target;

    @Option(names = "--replace")
    boolean replace;

    AdminTransferCertificateCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        JsonObject offer = server.post("imports/certificate");
        if (target != null) {
            byte[] pem = offer.getString("certificate").getBytes(StandardCharsets.US_ASCII);
            SavedFile.write(target, replace, out -> out.write(pem));
        }
        return offer;
    }
}
