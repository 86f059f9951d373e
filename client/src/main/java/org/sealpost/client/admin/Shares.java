package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.crypto.Passphrase;

/** Recovery shares: written to a file for each holder, read from files or typed. */
final class Shares {
    private static final int LARGEST = 4096;

    private final Surroundings here;

    Shares(Surroundings here) {
        this.here = here;
    }

    /**
     * Writes each share into a file that only its owner may read; the client forgets them.
     *
     * @param handed the Key Manager's answer
     * @return the set and the files
     * @throws Refused when one of the files is there already; nothing is asked then
     */
    static JsonObject write(JsonObject handed, Path folder) throws IOException {
        JsonArrayBuilder files = Json.createArrayBuilder();
        String set = "";
        for (JsonObject share : handed.getJsonArray("shares").getValuesAs(JsonObject.class)) {
            Path file = file(folder, share.getInt("number"));
            PrivateFile.write(file, (share.getString("text") + "\n").getBytes(StandardCharsets.UTF_8));
            files.add(Json.createObjectBuilder()
                    .add("holder", share.getString("holder"))
                    .add("file", file.toString()));
            set = share.getString("set");
        }
        return Json.createObjectBuilder().add("set", set).add("shares", files).build();
    }

    /** Makes the folder, and sees that no file in it is in the way. */
    static void makeRoom(Path folder, int number) throws IOException {
        PrivateFile.makeFolder(folder);
        for (int share = 1; share <= number; share++) {
            Refused.ifThere(file(folder, share), false);
        }
    }

    private static Path file(Path folder, int number) {
        return folder.resolve("share-" + number + ".txt");
    }

    /**
     * Shares for the wire.
     *
     * @param files one for each; typed without them
     * @param needed how many are typed
     * @throws UsageProblem when there are no files and nobody can be asked
     */
    JsonArray read(List<Path> files, int needed) throws IOException {
        JsonArrayBuilder shares = Json.createArrayBuilder();
        for (Path file : files) {
            try (var in = Files.newInputStream(file)) {
                shares.add(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
            }
        }
        for (int share = 1; files.isEmpty() && share <= needed; share++) {
            try (Passphrase typed = new Secrets(here).get(null, "share.prompt", "--share-file", share, needed)) {
                shares.add(String.valueOf(typed.expose()));
            }
        }
        return shares.build();
    }
}
