package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings the revocation list of an authority. */
@Command(name = "bring-list")
final class AdminBringListCommand extends AdminVerb {
    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "admin.authority")
    long authority;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "admin.list-file")
    Path file = Path.of("");

    AdminBringListCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) throws IOException {
        return server.put("authorities/" + authority + "/list", file, "application/pkix-crl");
    }
}
