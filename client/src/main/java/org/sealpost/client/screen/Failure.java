package org.sealpost.client.screen;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * A failure in words.
 *
 * @param code stable name, for programs to decide by
 * @param cause what happened
 * @param next what to do now
 */
public record Failure(String code, String cause, String next) {
    /** For programs; the fields of RFC 9457. */
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("code", code)
                .add("title", cause)
                .add("detail", next)
                .build();
    }
}
