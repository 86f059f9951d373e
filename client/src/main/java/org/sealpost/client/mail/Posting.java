package org.sealpost.client.mail;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;

/** Hands copies of one message over to the Key Manager for delivery. */
final class Posting {
    private static final int KEY_LENGTH = 16;

    private final KeyManagerClient server;
    private final String key;
    private final List<Long> jobs = new ArrayList<>();

    Posting(Surroundings here, KeyManagerClient server) {
        this.server = server;
        byte[] octets = new byte[KEY_LENGTH];
        here.random().nextBytes(octets);
        this.key = HexFormat.of().formatHex(octets);
    }

    /**
     * Who gets a copy.
     *
     * @param to named in the header
     * @param cc likewise
     * @param bcc named nowhere
     */
    record Readers(List<String> to, List<String> cc, List<String> bcc) {
        boolean nobody() {
            return to.isEmpty() && cc.isEmpty() && bcc.isEmpty();
        }
    }

    void post(Readers readers, boolean signed, byte[] message) {
        var answer = server.post(
                "messages",
                Json.createObjectBuilder()
                        .add("key", key + "-" + jobs.size())
                        .add("to", array(readers.to()))
                        .add("cc", array(readers.cc()))
                        .add("bcc", array(readers.bcc()))
                        .add("signed", signed)
                        .add("message", Base64.getEncoder().encodeToString(message))
                        .build());
        jobs.add(answer.getJsonNumber("job").longValue());
    }

    /** Numbers of the jobs that deliver it. */
    List<Long> jobs() {
        return List.copyOf(jobs);
    }

    private static JsonArrayBuilder array(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }
}
