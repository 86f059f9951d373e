package org.sealpost.client.admin;

import jakarta.json.JsonStructure;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists authorities of other organisations, newest first. */
@Command(name = "authorities")
final class AdminAuthoritiesCommand extends AdminVerb {
    @Mixin
    Search search = new Search();

    AdminAuthoritiesCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        return server.get(search.of("authorities"));
    }
}
