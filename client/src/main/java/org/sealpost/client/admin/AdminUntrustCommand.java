package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trusts an authority of another organisation no longer, at once. */
@Command(name = "untrust")
final class AdminUntrustCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.authority")
    long authority;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminUntrustCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(
                yes,
                "admin.untrust.sure",
                server.get("authorities/" + authority).getString("subject"));
        return server.delete(
                new Query("authorities/" + authority).with("reason", reason).toString());
    }
}
