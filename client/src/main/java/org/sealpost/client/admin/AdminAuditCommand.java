package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the log of acts, newest first. */
@Command(name = "audit")
final class AdminAuditCommand extends AdminVerb {
    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    @Mixin
    AuditChoice choice = new AuditChoice();

    AdminAuditCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(choice.query("audit").with("after", after).toString());
    }
}
