package org.sealpost.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.sealpost.server.Command;

/**
 * What the server says of itself to whoever watches it, without a login.
 *
 * @param status of the answer: 200 when ready, 503 otherwise
 */
record Health(int status, JsonObject said) {

    static Health of(SampleServer server) {
        Command asked = Command.run(
                Map.of(),
                List.of(
                        "curl",
                        "-sS",
                        "--cacert",
                        server.certificate().toString(),
                        "-w",
                        "\\n%{http_code}",
                        server.url() + "/health/ready"));
        int end = asked.output().lastIndexOf('\n');
        return new Health(
                Integer.parseInt(asked.output().substring(end + 1).strip()),
                JsonParser.parseString(asked.output().substring(0, end)).getAsJsonObject());
    }

    /** The reason that a check gives. */
    String reason(String check) {
        return check(check).getAsJsonObject("data").get("reason").getAsString();
    }

    boolean up(String check) {
        return "UP".equals(check(check).get("status").getAsString());
    }

    private JsonObject check(String name) {
        return said.getAsJsonArray("checks").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(one -> name.equals(one.get("name").getAsString()))
                .findFirst()
                .orElseThrow();
    }
}
