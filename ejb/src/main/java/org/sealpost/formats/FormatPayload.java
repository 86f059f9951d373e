package org.sealpost.formats;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;

/** A change of the formats as it waits for approval. */
record FormatPayload(int basedOn, Edition edition, EncryptionFormat preferred, EncryptionFormat floor) {
    static FormatPayload of(FormatChange change) {
        return new FormatPayload(change.basedOn(), change.edition(), change.preferred(), change.floor());
    }

    static FormatPayload parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new FormatPayload(
                    object.getInt("basedOn"),
                    Edition.valueOf(object.getString("edition")),
                    EncryptionFormat.valueOf(object.getString("preferred")),
                    EncryptionFormat.valueOf(object.getString("floor")));
        }
    }

    String json() {
        return Json.createObjectBuilder()
                .add("basedOn", basedOn)
                .add("edition", edition.name())
                .add("preferred", preferred.name())
                .add("floor", floor.name())
                .build()
                .toString();
    }

    boolean usable() {
        return edition.writes().contains(preferred) && edition.writes().contains(floor) && preferred.atLeast(floor);
    }
}
