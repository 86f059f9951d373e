package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes the formats; what is not said stays. What was sealed before is not touched. */
@Command(name = "change-formats")
final class AdminChangeFormatsCommand extends AdminVerb {
    @Option(names = "--edition", paramLabel = "EDITION")
    @Nullable
    String edition;

    @Option(names = "--preferred", paramLabel = "FORMAT")
    @Nullable
    String preferred;

    @Option(names = "--floor", paramLabel = "FORMAT")
    @Nullable
    String floor;

    @Mixin
    Grounds grounds = new Grounds();

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminChangeFormatsCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        JsonObject now = server.get("formats");
        JsonObject wanted = grounds.onWire()
                .add("basedOn", now.getInt("number"))
                .add("edition", constant(edition, now.getString("edition")))
                .add("preferred", constant(preferred, now.getString("preferred")))
                .add("floor", constant(floor, now.getString("floor")))
                .build();
        makeSure(
                yes,
                "admin.change-formats.sure",
                wanted.getString("edition"),
                wanted.getString("preferred"),
                wanted.getString("floor"));
        return server.put("formats", wanted);
    }

    /** Formats are written AES-256-GCM by people, AES_256_GCM on the wire. */
    private static String constant(@Nullable String given, String now) {
        return given == null ? now : given.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
