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

/** Shows a certificate that was issued, or saves it as PEM. */
@Command(name = "certificate")
final class AdminCertificateCommand extends AdminVerb {
    @Parameters(paramLabel = "SERIAL", descriptionKey = "admin.serial")
    String serial = "";

    @Option(names = "--save", paramLabel = "FILE")
    @Nullable
    Path target;

    @Option(names = "--replace")
    boolean replace;

    AdminCertificateCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        String path = "certificates/" + encoded(serial);
        return target == null
                ? server.get(path)
                : SavedFile.write(target, replace, out -> out.write(server.octets(path + "/pem")));
    }
}
