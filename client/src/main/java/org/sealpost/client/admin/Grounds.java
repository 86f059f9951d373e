package org.sealpost.client.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import picocli.CommandLine.Option;

/** Why something sensitive is asked for; the policies say which of it is needed. */
final class Grounds {
    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    @Option(names = "--ticket", paramLabel = "TEXT")
    String ticket = "";

    /** An object with both, to be completed. */
    JsonObjectBuilder onWire() {
        return Json.createObjectBuilder().add("reason", reason).add("ticket", ticket);
    }
}
