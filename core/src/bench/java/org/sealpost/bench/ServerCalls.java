package org.sealpost.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Calls of the interface for programs, as a program makes them: TLS, kept connections, a login with each request. */
final class ServerCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String server;
    private final HttpClient client;

    /** @param certificate the server's own, PEM */
    ServerCalls(String server, Path certificate) throws GeneralSecurityException, IOException {
        this.server = server;
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    HttpResponse<String> get(String login, String path) throws IOException, InterruptedException {
        return client.send(request(login, path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String login, String path, String json) throws IOException, InterruptedException {
        return client.send(
                request(login, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** People of the sample have their name and "-sample" for a password. */
    private HttpRequest.Builder request(String login, String path) {
        byte[] both = (login + ":" + login + "-sample").getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** A text of a JSON object that needs no reader. */
    static String text(String json, String name) {
        String before = "\"" + name + "\":\"";
        int from = json.indexOf(before);
        if (from < 0) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return json.substring(from + before.length(), json.indexOf('"', from + before.length()));
    }
}
