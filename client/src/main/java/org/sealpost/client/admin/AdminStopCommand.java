package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the Key Manager: nobody is enrolled or certified until it is started again; mail goes on. */
@Command(name = "stop")
final class AdminStopCommand extends AdminVerb {
    @Option(names = "--yes")
    boolean yes;

    AdminStopCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.stop.sure");
        return server.post("key-manager/stop");
    }
}
