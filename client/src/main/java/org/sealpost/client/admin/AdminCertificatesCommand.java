package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds certificates that were issued, newest first. */
@Command(name = "certificates")
final class AdminCertificatesCommand extends AdminVerb {
    @Option(names = "--address", paramLabel = "TEXT")
    @Nullable
    String address;

    @Option(names = "--serial", paramLabel = "SERIAL")
    @Nullable
    String serial;

    @Option(names = "--state", paramLabel = "STATE")
    @Nullable
    String state;

    @Option(names = "--profile", paramLabel = "PROFILE")
    @Nullable
    String profile;

    @Option(names = "--ends-before", paramLabel = "INSTANT")
    @Nullable
    String endsBefore;

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    AdminCertificatesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(new Query("certificates")
                .with("address", address)
                .with("serial", serial)
                .with("state", state)
                .with("profile", profile)
                .with("endsBefore", endsBefore)
                .with("after", after)
                .toString());
    }
}
