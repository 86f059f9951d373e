package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sealpost.client.command.Refused;
import org.sealpost.client.home.PrivateFile;

/** Saves what was fetched, for its owner only. */
final class SavedFile {
    private SavedFile() {}

    /**
     * Saves it.
     *
     * @param content fetches and writes it; not asked when there is a file that may not be replaced
     * @return name and size in octets
     * @throws Refused when there is such a file
     */
    static JsonObject write(Path target, boolean replace, PrivateFile.Content content) throws IOException {
        Refused.ifThere(target, replace);
        PrivateFile.write(target, content);
        return Json.createObjectBuilder()
                .add("file", target.toString())
                .add("size", Files.size(target))
                .build();
    }
}
