package org.sealpost.client.seal;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.epf.SecurityFile;
import org.sealpost.pki.KeyProof;
import org.sealpost.pki.ProofFailed;

/**
 * What the Key Manager has answered about recipients, kept for times without it. Each answer is signed with one's own
 * signing key, so that whoever can write to the folder can still not put a word into it; the certificates in it are
 * signed by the authority besides.
 */
final class KeptAnswers {
    private static final String KIND = "sealpost kept answer 1\n";

    private final Surroundings here;
    private final SecurityFile file;

    KeptAnswers(Surroundings here, SecurityFile file) {
        this.here = here;
        this.file = file;
    }

    /**
     * An answer that was kept.
     *
     * @param answer as the server gave it
     * @param at when it did
     */
    record Kept(JsonObject answer, Instant at) {}

    void keep(KeyManagerClient server, String address, JsonObject answer) {
        String text = answer.toString();
        String at = here.clock().instant().toString();
        byte[] proof = KeyProof.make(here.providers(), file.signing(), statement(address, at, text));
        JsonObject kept = Json.createObjectBuilder()
                .add("server", server.server().toString())
                .add("address", address)
                .add("at", at)
                .add("answer", text)
                .add("proof", Base64.getEncoder().encodeToString(proof))
                .build();
        here.home().write(name(address), (kept + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The newest answer about an address; empty when there is none, or it was changed. */
    Optional<Kept> find(String address) {
        return here.home().read(name(address)).flatMap(content -> {
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
                return proven(address, reader.readObject());
            } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
                return Optional.empty(); // not what was written
            }
        });
    }

    private Optional<Kept> proven(String address, JsonObject kept) {
        String at = kept.getString("at");
        String text = kept.getString("answer");
        try {
            KeyProof.verify(
                    here.providers(),
                    file.signing().certificate().getPublicKey(),
                    statement(address, at, text),
                    Base64.getDecoder().decode(kept.getString("proof")));
        } catch (ProofFailed e) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(new Kept(reader.readObject(), Instant.parse(at)));
        }
    }

    private static byte[] statement(String address, String at, String text) {
        return (KIND + address + "\n" + at + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String name(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return "recipients/" + HexFormat.of().formatHex(digest, 0, 16) + ".json";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
