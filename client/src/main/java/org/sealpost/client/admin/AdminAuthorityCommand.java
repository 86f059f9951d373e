package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an authority of another organisation with its revocation list. */
@Command(name = "authority")
final class AdminAuthorityCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.authority")
    long authority;

    AdminAuthorityCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get("authorities/" + authority);
    }
}
