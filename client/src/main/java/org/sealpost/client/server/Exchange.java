package org.sealpost.client.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Questions over HTTPS, and their answers; a refusal becomes {@link ServerRefusal}. */
final class Exchange {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(2);
    private static final Duration ANSWERING_LONG_WORK = Duration.ofHours(6);
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
    private static final int PART = 64 * 1024;
    private static final int FIRST_REFUSAL = 400;

    private final Connection connection;
    private final HttpClient http;
    private final Duration answering;

    Exchange(Connection connection) {
        this(
                connection,
                HttpClient.newBuilder()
                        .sslContext(Tls.trusting(connection.trusted()))
                        .connectTimeout(CONNECTING)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                ANSWERING);
    }

    private Exchange(Connection connection, HttpClient http, Duration answering) {
        this.connection = connection;
        this.http = http;
        this.answering = answering;
    }

    /** The same, for answers that take hours. */
    Exchange patient() {
        return new Exchange(connection, http, ANSWERING_LONG_WORK);
    }

    /**
     * A question.
     *
     * @param path below {@link KeyManagerClient#API}, with its query
     * @param wanted media type of the answer
     * @param type media type of the body
     */
    HttpRequest request(String method, String path, String wanted, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(connection.server().resolve(KeyManagerClient.API + path))
                .method(method, body)
                .timeout(answering)
                .header("Authorization", connection.login().header())
                .header("Accept", wanted)
                .header("Accept-Language", connection.language().toLanguageTag())
                .header("Content-Type", type)
                .build();
    }

    /** The answer, of a bounded size. */
    byte[] octets(HttpRequest request) {
        return content(send(request));
    }

    /**
     * The answer, of any size.
     *
     * @param target where it is written to; stays open
     * @throws IOException when it cannot be written there
     */
    void save(HttpRequest request, OutputStream target) throws IOException {
        HttpResponse<InputStream> answer = send(request);
        if (answer.statusCode() >= FIRST_REFUSAL) {
            content(answer);
        }
        try (InputStream in = answer.body()) {
            for (byte[] part = next(in, PART); part.length > 0; part = next(in, PART)) {
                target.write(part);
            }
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (SSLException e) {
            throw new ServerUnreachable("server-untrusted", connection.server().toString(), e);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private ServerUnreachable unreachable(Exception cause) {
        return new ServerUnreachable("server-unreachable", connection.server().toString(), cause);
    }

    private byte[] next(InputStream in, int most) {
        try {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private byte[] content(HttpResponse<InputStream> answer) {
        byte[] content;
        try (InputStream in = answer.body()) {
            content = in.readNBytes(LARGEST_ANSWER + 1);
        } catch (IOException e) {
            throw unreachable(e);
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
            return content.length > 0 && json(content) instanceof JsonObject object
                    ? object
                    : JsonValue.EMPTY_JSON_OBJECT;
        } catch (ServerUnreachable e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    /** @throws ServerUnreachable for what is no JSON */
    JsonStructure json(byte[] content) {
        try (var reader = Json.createReader(new ByteArrayInputStream(content))) {
            return reader.read();
        } catch (JsonException e) {
            throw new ServerUnreachable(connection.server().toString(), String.valueOf(e.getMessage()));
        }
    }
}
