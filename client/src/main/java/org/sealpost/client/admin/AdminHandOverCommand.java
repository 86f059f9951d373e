package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets another server on the same database run the Key Manager. */
@Command(name = "hand-over")
final class AdminHandOverCommand extends AdminVerb {
    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminHandOverCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.hand-over.sure");
        return server.post("key-manager/hand-over");
    }
}
