package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the revocation list of an authority now, or says where it is fetched from every hour. */
@Command(name = "fetch-list")
final class AdminFetchListCommand extends AdminVerb {
    @Parameters(paramLabel = "ID", descriptionKey = "admin.authority")
    long authority;

    @Option(names = "--every-hour-from", paramLabel = "URL")
    @Nullable
    String address;

    @Option(names = "--no-longer")
    boolean noLonger;

    AdminFetchListCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        String path = "authorities/" + authority + "/fetching";
        if (address != null && noLonger) {
            throw new UsageProblem("nothing-to-do", "--every-hour-from", "--no-longer");
        }
        if (address != null) {
            return server.put(new Query(path).with("address", address).toString());
        }
        return noLonger ? server.delete(path) : server.post(path);
    }
}
