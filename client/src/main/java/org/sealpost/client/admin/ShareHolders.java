package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who gets new recovery shares, and where these are written to. */
final class ShareHolders {
    @Parameters(paramLabel = "HOLDER", arity = "2..*", descriptionKey = "admin.holder")
    List<String> holders = new ArrayList<>();

    @Option(names = "--needed", paramLabel = "NUMBER", required = true)
    int needed;

    @Option(names = "--folder", paramLabel = "FOLDER", required = true)
    Path folder = Path.of("");

    /** Makes room for the files; as {@link Shares#makeRoom}. */
    void makeRoom() throws IOException {
        Shares.makeRoom(folder, holders.size());
    }

    /** Puts them into an order. */
    JsonObjectBuilder addTo(JsonObjectBuilder order) {
        return order.add("needed", needed).add("holders", Json.createArrayBuilder(holders));
    }

    /** Writes what was handed out; as {@link Shares#write}. */
    JsonObject write(JsonObject handed) throws IOException {
        return Shares.write(handed, folder);
    }
}
