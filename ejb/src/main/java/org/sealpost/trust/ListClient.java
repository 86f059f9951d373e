package org.sealpost.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.ListAddress;

/**
 * Fetches revocation lists, never inside a transaction: in bounded time, at most {@link ForeignList#LARGEST} bytes, and
 * only from where an administrator said, so that no redirection leads elsewhere.
 */
@ApplicationScoped
class ListClient {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int OK = 200;

    /** From the first try to connect to the last byte. */
    private final Duration patience;

    ListClient() {
        this(Duration.ofSeconds(20));
    }

    ListClient(Duration patience) {
        this.patience = patience;
    }

    /** @throws ListNotFetched when it cannot be had within the bounds */
    byte[] fetch(ListAddress address) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .timeout(patience)
                .header("Accept", "application/pkix-crl")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(ForeignList.LARGEST));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new ListNotFetched(address, "HTTP " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new ListNotFetched(address, "no complete answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ListNotFetched(address, "interrupted");
        } catch (ExecutionException e) {
            throw new ListNotFetched(address, reason(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        String said = cause == null ? null : cause.getMessage();
        return said == null || said.isBlank() ? "no connection" : said;
    }
}
