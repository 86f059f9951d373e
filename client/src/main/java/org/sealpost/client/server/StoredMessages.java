package org.sealpost.client.server;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.sealpost.mime.MessageSource;

/** The messages that lie on the server, as they lie there: sealed ones are opened here. */
public final class StoredMessages {
    private StoredMessages() {}

    /**
     * A message.
     *
     * @param arrived when the server took it
     */
    public record Stored(MessageSource content, Instant arrived) {}

    /** Fetches one by its number. */
    public static Stored fetch(KeyManagerClient server, long number) {
        JsonObject message = server.get("messages/" + number);
        byte[] content = server.octets("messages/" + number + "/content");
        return new Stored(MessageSource.of(content), Instant.parse(message.getString("arrived")));
    }
}
