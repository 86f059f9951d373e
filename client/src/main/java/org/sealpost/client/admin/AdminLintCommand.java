package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a certificate by the rules, whoever issued it. */
@Command(name = "lint")
final class AdminLintCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "admin.certificate-file")
    Path file = Path.of("");

    @Option(names = "--lint-profile", paramLabel = "PROFILE")
    @Nullable
    String profile;

    AdminLintCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        JsonObjectBuilder measured = Json.createObjectBuilder().add("certificate", CertificateFile.text(file));
        if (profile != null) {
            measured.add("profile", profile);
        }
        return server.post("certificates/lint", measured.build());
    }
}
