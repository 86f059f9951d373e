package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends the tokens of a run by mail, where the server's operator allows it. */
@Command(name = "mail-tokens")
final class AdminMailTokensCommand extends AdminVerb {
    @Parameters(paramLabel = "RUN", descriptionKey = "admin.run")
    long run;

    @Option(names = "--again")
    boolean again;

    @Option(names = "--yes")
    boolean yes;

    AdminMailTokensCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.mail-tokens.sure", String.valueOf(run));
        return server.post("bulk-runs/" + run + "/tokens/mail?again=" + again);
    }
}
