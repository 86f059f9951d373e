package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replaces the master key and moves everything that hangs under it. */
@Command(name = "rotate-master-key")
final class AdminRotateMasterKeyCommand extends AdminVerb {
    @Option(names = "--startup-password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--yes", descriptionKey = "admin.yes")
    boolean yes;

    AdminRotateMasterKeyCommand(Surroundings here) {
        super(here);
    }

    @Override
    JsonStructure ask(KeyManagerClient server) {
        makeSure(yes, "admin.rotate-master-key.sure");
        JsonObject body = startupPassword(passwordFile);
        return new LongWork(here).watched(() -> server.patient().post("key-manager/rotate", body), () -> moved(server));
    }

    private static OptionalInt moved(KeyManagerClient server) {
        JsonObject opening = server.get("key-manager/opening");
        long keys = opening.getJsonNumber("keys").longValue();
        long left = opening.getJsonNumber("keysLeft").longValue();
        return LongWork.percent(keys - left, keys);
    }
}
