package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rules that a certificate keeps to be issued. */
@Command(name = "rules")
final class AdminRulesCommand extends AdminVerb {
    @Option(names = "--lint-profile", paramLabel = "PROFILE")
    @Nullable
    String profile;

    AdminRulesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.list(
                new Query("certificates/rules").with("profile", profile).toString());
    }
}
