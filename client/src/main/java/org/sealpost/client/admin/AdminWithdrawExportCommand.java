package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an export up; who has moved stays moved. */
@Command(name = "withdraw-export")
final class AdminWithdrawExportCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.export")
    long id;

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminWithdrawExportCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.withdraw-export.sure", id);
        return server.delete("exports/" + id);
    }
}
