package org.sealpost.client.home;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.sealpost.crypto.BadEncoding;

/**
 * What need not be said with every verb. Never a password: what is not here is asked for or read from a file.
 *
 * @param server address of the Key Manager
 * @param user name at the login
 * @param mailbox own address
 * @param epf own security file
 */
public record SavedConnection(
        Optional<String> server, Optional<String> user, Optional<String> mailbox, Optional<Path> epf) {
    /** Nothing was saved. */
    public static final SavedConnection NONE =
            new SavedConnection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String FILE = "config.json";
    private static final String TRUST = "tls-trust.pem";

    /**
     * Reads what was saved.
     *
     * @throws BadEncoding when the file is not what was written
     */
    public static SavedConnection load(ClientHome home) {
        return home.read(FILE).map(SavedConnection::parse).orElse(NONE);
    }

    /** The certificate that the server is trusted by, PEM; empty when the platform's authorities decide. */
    public static Optional<byte[]> trust(ClientHome home) {
        return home.read(TRUST);
    }

    /**
     * Saves in the place of what was saved before.
     *
     * @param trust certificates that the server is trusted by, PEM; empty leaves those that are there
     */
    public void save(ClientHome home, Optional<byte[]> trust) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        server.ifPresent(it -> json.add("server", it));
        user.ifPresent(it -> json.add("user", it));
        mailbox.ifPresent(it -> json.add("mailbox", it));
        epf.ifPresent(it -> json.add("epf", it.toAbsolutePath().toString()));
        trust.ifPresent(pem -> home.write(TRUST, pem));
        home.write(FILE, (json.build() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static SavedConnection parse(byte[] content) {
        try (var reader = Json.createReader(new ByteArrayInputStream(content))) {
            JsonObject json = reader.readObject();
            return new SavedConnection(
                    text(json, "server"),
                    text(json, "user"),
                    text(json, "mailbox"),
                    text(json, "epf").map(Path::of));
        } catch (JsonException e) {
            throw new BadEncoding(FILE, e);
        }
    }

    private static Optional<String> text(JsonObject json, String key) {
        return Optional.ofNullable(json.getString(key, null));
    }
}
