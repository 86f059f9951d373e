package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import java.util.OptionalInt;
import org.sealpost.client.server.KeyManagerClient;

/** How far escrowed keys have moved to a new escrow key. */
final class EscrowMove {
    private EscrowMove() {}

    /** In hundredths; empty unless they move at this moment. */
    static OptionalInt percent(KeyManagerClient server) {
        JsonObject move = server.get("escrow/rotation");
        return move.getBoolean("running")
                ? LongWork.percent(
                        move.getJsonNumber("moved").longValue(),
                        move.getJsonNumber("keys").longValue())
                : OptionalInt.empty();
    }
}
