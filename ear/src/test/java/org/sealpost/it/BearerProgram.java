package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sealpost.container.Https;

/** A program that shows tokens to a server, and remembers which. */
final class BearerProgram {
    private final Https https;
    private final List<String> shown = new ArrayList<>();

    BearerProgram(SampleServer server) throws GeneralSecurityException, IOException {
        https = new Https(server.url(), server.certificate());
    }

    /** A request with a token, for more headers. */
    HttpRequest.Builder request(String token, String path) {
        shown.add(token);
        return https.begin(path).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return https.send(request(token, path).build());
    }

    HttpResponse<String> post(String token, String path) throws IOException, InterruptedException {
        return https.send(request(token, path).POST(BodyPublishers.noBody()).build());
    }

    int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return https.send(request.build()).statusCode();
    }

    /** The whole of a refusal of a token, in the form of all of them. */
    String refusal(String token, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(token, path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"Sealpost\", error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("\"code\":\"bad-bearer-token\"");
        return answer.body();
    }

    /** Without a token, by name and password. */
    HttpResponse<String> basic(String login, String password, String path) throws IOException, InterruptedException {
        String both = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return https.send(
                https.begin(path).header("Authorization", "Basic " + both).build());
    }

    /** With neither. */
    HttpResponse<String> plain(HttpRequest.Builder request) throws IOException, InterruptedException {
        return https.send(request.build());
    }

    HttpRequest.Builder begin(String path) {
        return https.begin(path);
    }

    /** Every token that was sent. */
    List<String> shown() {
        return List.copyOf(shown);
    }
}
