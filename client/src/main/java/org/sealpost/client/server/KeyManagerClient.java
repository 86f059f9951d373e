package org.sealpost.client.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Talks to the Key Manager's interface for programs. Nothing is tried twice by itself: what may be repeated is the
 * caller's to know.
 */
public final class KeyManagerClient implements AutoCloseable {
    /** Everything of the interface is below it. */
    public static final String API = "/api/v1/";

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(2);
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
    private static final int FIRST_REFUSAL = 400;
    private static final String JSON = "application/json";

    private final Connection connection;
    private final HttpClient http;

    public KeyManagerClient(Connection connection) {
        this.connection = connection;
        this.http = HttpClient.newBuilder()
                .sslContext(Tls.trusting(connection.trusted()))
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The server's address. */
    public URI server() {
        return connection.server();
    }

    /**
     * Asks.
     *
     * @param path below {@link #API}, with its query
     */
    public JsonObject get(String path) {
        return object(send("GET", path, BodyPublishers.noBody(), JSON));
    }

    /**
     * Asks for a list.
     *
     * @param path below {@link #API}, with its query
     */
    public JsonStructure list(String path) {
        return json(send("GET", path, BodyPublishers.noBody(), JSON));
    }

    /**
     * Asks for octets.
     *
     * @param path below {@link #API}
     */
    public byte[] octets(String path) {
        return send("GET", path, BodyPublishers.noBody(), "*/*");
    }

    /**
     * Asks for something to be done.
     *
     * @return the answer, an empty object when there is none
     */
    public JsonObject post(String path, JsonObject body) {
        return object(send("POST", path, BodyPublishers.ofString(body.toString()), JSON));
    }

    /**
     * Asks for something to be done that needs no words.
     *
     * @return the answer, an empty object when there is none
     */
    public JsonObject post(String path) {
        return object(send("POST", path, BodyPublishers.noBody(), JSON));
    }

    /**
     * Hands a table over.
     *
     * @param table as text/csv
     * @return the answer, an empty object when there is none
     */
    public JsonObject postTable(String path, byte[] table) {
        return object(send("POST", path, BodyPublishers.ofByteArray(table), JSON, "text/csv"));
    }

    /**
     * Asks for something to be done that answers with a list.
     *
     * @param path below {@link #API}
     */
    public JsonStructure postForList(String path) {
        return json(send("POST", path, BodyPublishers.noBody(), JSON));
    }

    /**
     * Puts something in the place of what was there.
     *
     * @return the answer, an empty object when there is none
     */
    public JsonObject put(String path, JsonObject body) {
        return object(send("PUT", path, BodyPublishers.ofString(body.toString()), JSON));
    }

    /** Takes something away. */
    public JsonObject delete(String path) {
        return object(send("DELETE", path, BodyPublishers.noBody(), JSON));
    }

    private byte[] send(String method, String path, BodyPublisher body, String wanted) {
        return send(method, path, body, wanted, JSON);
    }

    private byte[] send(String method, String path, BodyPublisher body, String wanted, String type) {
        HttpRequest request = HttpRequest.newBuilder(connection.server().resolve(API + path))
                .method(method, body)
                .timeout(ANSWERING)
                .header("Authorization", BasicLogin.header(connection))
                .header("Accept", wanted)
                .header("Accept-Language", connection.language().toLanguageTag())
                .header("Content-Type", type)
                .build();
        try {
            return content(http.send(request, BodyHandlers.ofInputStream()));
        } catch (SSLException e) {
            throw new ServerUnreachable("server-untrusted", connection.server().toString(), e);
        } catch (IOException e) {
            throw new ServerUnreachable(
                    "server-unreachable", connection.server().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachable(
                    "server-unreachable", connection.server().toString(), e);
        }
    }

    private byte[] content(HttpResponse<InputStream> answer) throws IOException {
        byte[] content;
        try (InputStream in = answer.body()) {
            content = in.readNBytes(LARGEST_ANSWER + 1);
        }
        if (content.length > LARGEST_ANSWER) {
            throw new ServerUnreachable(connection.server().toString(), "> " + LARGEST_ANSWER);
        }
        if (answer.statusCode() >= FIRST_REFUSAL) {
            throw ServerRefusal.of(answer.statusCode(), problem(content));
        }
        return content;
    }

    /** Whoever stands before the server may refuse in another form; its status alone is told then. */
    private JsonObject problem(byte[] content) {
        try {
            return object(content);
        } catch (ServerUnreachable e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private JsonObject object(byte[] content) {
        return content.length == 0
                ? JsonValue.EMPTY_JSON_OBJECT
                : json(content) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonStructure json(byte[] content) {
        try (var reader = Json.createReader(new ByteArrayInputStream(content))) {
            return reader.read();
        } catch (JsonException e) {
            throw new ServerUnreachable(connection.server().toString(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
