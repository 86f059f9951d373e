package org.sealpost.revocation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RevocationCause;

/** A revocation as it waits for approval; the reason is the request's own. */
record RevokePayload(MailboxId mailbox, RevocationCause cause, Optional<Instant> since) {
    static RevokePayload of(MailboxId mailbox, Revocation revocation) {
        return new RevokePayload(mailbox, revocation.cause(), revocation.since());
    }

    static RevokePayload parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new RevokePayload(
                    new MailboxId(object.getString("mailbox")),
                    RevocationCause.valueOf(object.getString("cause")),
                    Optional.ofNullable(object.getString("since", null)).map(Instant::parse));
        }
    }

    String json() {
        JsonObjectBuilder object =
                Json.createObjectBuilder().add("mailbox", mailbox.value()).add("cause", cause.name());
        since.ifPresent(instant -> object.add("since", instant.toString()));
        return object.build().toString();
    }
}
