package org.sealpost.client.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Fetches what authorities publish for the whole world. Such files are signed, so it matters little where they come from. */
public final class PublishedFiles {
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient http;

    /** @param trust certificates that https servers are trusted by, PEM */
    public PublishedFiles(Optional<byte[]> trust) {
        this.http = HttpClient.newBuilder()
                .sslContext(Tls.trusting(trust))
                .connectTimeout(CONNECTING)
                .build();
    }

    /**
     * The file.
     *
     * @param largest octets that are read
     * @return empty when it cannot be had, for whatever reason
     */
    public Optional<byte[]> fetch(URI place, int largest) {
        HttpRequest request =
                HttpRequest.newBuilder(place).timeout(ANSWERING).GET().build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                byte[] content = in.readNBytes(largest + 1);
                return answer.statusCode() == OK && content.length <= largest ? Optional.of(content) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
