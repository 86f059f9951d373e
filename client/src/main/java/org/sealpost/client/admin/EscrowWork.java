package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.client.server.ServerRefusal;
import org.sealpost.crypto.Passphrase;

/** An officer's part in opening escrowed keys, which may be all that there are: with a bar while that goes on. */
final class EscrowWork {
    private final Surroundings here;

    EscrowWork(Surroundings here) {
        this.here = here;
    }

    /** Sends the password of the own security file, and waits until all is done. */
    JsonObject contribute(KeyManagerClient server, String path, @Nullable Path passwordFile) {
        try (Passphrase password = new Secrets(here).get(passwordFile, "officer.password", "--password-file")) {
            JsonObject body = AdminVerb.alone(password);
            return new LongWork(here).watched(() -> server.patient().post(path, body), () -> percent(server));
        }
    }

    /** In hundredths; empty unless keys move to a new escrow key, or a drill opens them, at this moment. */
    private static OptionalInt percent(KeyManagerClient server) {
        OptionalInt moved = percent(server, "escrow/rotation", "moved");
        return moved.isPresent() ? moved : percent(server, "escrow/drills", "opened", "failed", "later");
    }

    private static OptionalInt percent(KeyManagerClient server, String path, String... parts) {
        JsonObject standing;
        try {
            standing = server.get(path);
        } catch (ServerRefusal e) {
            return OptionalInt.empty(); // there was none yet
        }
        if (!standing.getBoolean("running")) {
            return OptionalInt.empty();
        }
        long done = 0;
        for (String part : parts) {
            done += standing.getJsonNumber(part).longValue();
        }
        return LongWork.percent(done, standing.getJsonNumber("keys").longValue());
    }
}
