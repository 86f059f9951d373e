package org.sealpost.bearer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.settings.BearerConfiguration.Provider;
import org.sealpost.settings.SecretFile;
import org.sealpost.settings.TrustFile;
import org.sealpost.trust.BoundedBody;

/**
 * Asks the identity provider what a token is worth (RFC 7662 section 2.1): in bounded time, for a bounded answer, and without
 * following it elsewhere.
 */
@ApplicationScoped
class Introspection {
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;

    /** From the first try to connect to the last byte. */
    private final Duration patience;

    private @Nullable HttpClient made;

    Introspection() {
        this(Duration.ofSeconds(5));
    }

    Introspection(Duration patience) {
        this.patience = patience;
    }

    /** @throws ProviderUnavailable when no answer can be had within the bounds */
    JsonObject ask(Provider provider, String token) {
        try {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client(provider).sendAsync(question(provider, token), head -> new BoundedBody(LONGEST_ANSWER));
            try {
                return content(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                answer.cancel(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable(e);
        } catch (IOException | ExecutionException | TimeoutException | BadEncoding e) {
            throw new ProviderUnavailable(e);
        }
    }

    private static JsonObject content(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        return GuardedParsing.of("answer about a token", () -> {
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
                return reader.readObject();
            }
        });
    }

    private HttpRequest question(Provider provider, String token) throws IOException {
        return HttpRequest.newBuilder(provider.introspection())
                .timeout(patience)
                .header("Authorization", login(provider))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token_type_hint=access_token&token=" + encoded(token)))
                .build();
    }

    /** RFC 6749 section 2.3.1. The secret is read each time: one that was changed counts at once, and none stays in memory. */
    private static String login(Provider provider) throws IOException {
        String both = encoded(provider.client()) + ":" + encoded(SecretFile.text(provider.secretFile()));
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private synchronized HttpClient client(Provider provider) throws IOException {
        if (made == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .connectTimeout(CONNECTING)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1);
            try {
                if (provider.trusted().isPresent()) {
                    builder.sslContext(TrustFile.tls(provider.trusted().get()));
                }
            } catch (GeneralSecurityException e) {
                throw new IOException("no trust in " + provider.trusted().get(), e);
            }
            made = builder.build();
        }
        return made;
    }
}
