package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Agrees to a request as a recovery officer, with the own share of the escrow key. */
@Command(name = "contribute")
final class AdminContributeCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.request")
    long request;

    @Option(names = "--password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    AdminContributeCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return new EscrowWork(here).contribute(server, "recovery/requests/" + request + "/approvals", passwordFile);
    }
}
