package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the token of a mailbox back; the mailbox is again what it was before. */
@Command(name = "withdraw-token")
final class AdminWithdrawTokenCommand extends AdminVerb {
    @Parameters(paramLabel = "ADDRESS", descriptionKey = "admin.address")
    String address = "";

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminWithdrawTokenCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.withdraw-token.sure", address);
        return server.delete("mailboxes/" + encoded(address) + "/token");
    }
}
