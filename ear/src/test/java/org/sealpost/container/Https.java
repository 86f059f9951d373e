package org.sealpost.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A program that asks one server and trusts its certificate only. People of the sample log in with each request. */
public final class Https {
    private final String server;
    private final HttpClient client;

    /**
     * @param server address without a slash at its end
     * @param certificate PEM file
     */
    public Https(String server, Path certificate) throws GeneralSecurityException, IOException {
        this.server = server;
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var pem = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(tls).build();
    }

    /** Reads. */
    public HttpResponse<String> get(String login, String path) throws IOException, InterruptedException {
        return client.send(request(login, path).GET().build(), BodyHandlers.ofString());
    }

    /** Does something. @param json the request's body */
    public HttpResponse<String> post(String login, String path, String json) throws IOException, InterruptedException {
        return client.send(
                request(login, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String login, String path) {
        byte[] credentials = (login + ":" + login + "-sample").getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
}
