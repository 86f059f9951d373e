package org.sealpost.client.admin;

import jakarta.json.JsonObject;
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

/** Trusts an authority of another organisation for some mail domains, or asks those who have to agree. */
@Command(name = "trust")
final class AdminTrustCommand extends AdminVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "admin.certificate-file")
    Path file = Path.of("");

    @Option(names = "--fingerprint", paramLabel = "SHA-256", required = true)
    String fingerprint = "";

    @Option(names = "--domain", paramLabel = "DOMAIN", arity = "1..*", required = true)
    List<String> domains = new ArrayList<>();

    @Mixin
    Grounds grounds = new Grounds();

    AdminTrustCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        JsonObject order = grounds.onWire()
                .add("certificate", CertificateFile.pem(file))
                .add("fingerprint", fingerprint)
                .add("domains", String.join(" ", domains))
                .build();
        return server.post("authorities", order);
    }
}
