package org.sealpost.client.server;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.AccessMode;
import java.nio.file.Path;

/**
 * Talks to the Key Manager's interface for programs. Nothing is tried twice by itself: what may be repeated is the
 * caller's to know.
 */
public final class KeyManagerClient implements AutoCloseable {
    /** Everything of the interface is below it. */
    public static final String API = "/api/v1/";

    private static final String JSON = "application/json";

    private final Connection connection;
    private final Exchange exchange;

    public KeyManagerClient(Connection connection) {
        this(connection, new Exchange(connection));
    }

    private KeyManagerClient(Connection connection, Exchange exchange) {
        this.connection = connection;
        this.exchange = exchange;
    }

    /** The same client, for work that takes the server long; only one of both is to be closed. */
    public KeyManagerClient patient() {
        return new KeyManagerClient(connection, exchange.patient());
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
     * Asks for something to be done that answers with octets.
     *
     * @param path below {@link #API}
     */
    public byte[] octets(String path, JsonObject body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()), "*/*");
    }

    /**
     * Fetches what may be of any size.
     *
     * @param path below {@link #API}, with its query
     * @param target where it is written to; stays open
     */
    public void save(String path, OutputStream target) throws IOException {
        exchange.save(exchange.request("GET", path, "*/*", JSON, BodyPublishers.noBody()), target);
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
     * Hands a file over.
     *
     * @param type media type of its content
     * @return the answer, an empty object when there is none
     */
    public JsonObject post(String path, Path file, String type) throws IOException {
        return object(send("POST", path, content(file), JSON, type));
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

    /** Puts something in the place of what was there that needs no words beside the query. */
    public JsonObject put(String path) {
        return object(send("PUT", path, BodyPublishers.noBody(), JSON));
    }

    /**
     * Puts a file in the place of what was there.
     *
     * @param type media type of its content
     */
    public JsonObject put(String path, Path file, String type) throws IOException {
        return object(send("PUT", path, content(file), JSON, type));
    }

    /** Takes something away. */
    public JsonObject delete(String path) {
        return object(send("DELETE", path, BodyPublishers.noBody(), JSON));
    }

    /** As it is sent; what is wrong with a file that cannot be read is told as for every other file. */
    private static BodyPublisher content(Path file) throws IOException {
        file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
        return BodyPublishers.ofFile(file);
    }

    private byte[] send(String method, String path, BodyPublisher body, String wanted) {
        return send(method, path, body, wanted, JSON);
    }

    private byte[] send(String method, String path, BodyPublisher body, String wanted, String type) {
        return exchange.octets(exchange.request(method, path, wanted, type, body));
    }

    private JsonObject object(byte[] content) {
        return content.length == 0
                ? JsonValue.EMPTY_JSON_OBJECT
                : json(content) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonStructure json(byte[] content) {
        return exchange.json(content);
    }

    @Override
    public void close() {
        connection.close();
    }
}
