package org.sealpost.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
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
    private final SSLContext tls;
    private final HttpClient client;

    /**
     * @param server address without a slash at its end
     * @param certificate PEM file
     */
    public Https(String server, Path certificate) {
        this.server = server;
        tls = trusting(certificate);
        client = HttpClient.newBuilder().sslContext(tls).build();
    }

    /** TLS that trusts one server and nobody else. @param certificate of the server, PEM */
    public static SSLContext trusting(Path certificate) {
        try (InputStream pem = Files.newInputStream(certificate)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
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

    /** Asks for something without a body. @param key by which it may be asked for again */
    HttpResponse<String> postKeyed(String login, String path, String key) throws IOException, InterruptedException {
        return send(request(login, path)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** Announces JSON and sends not one octet of it. @return the connection, which the caller closes */
    Socket announce(String login, String path, long octets) throws IOException {
        URI address = URI.create(server);
        Socket socket = tls.getSocketFactory().createSocket(address.getHost(), address.getPort());
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: "
                + basic(login) + "\r\nContent-Type: application/json\r\nContent-Length: " + octets + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Whatever else there is to ask. @param request begun by {@link #begin} or {@link #request} */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    /** A request of somebody who does not log in. */
    public HttpRequest.Builder begin(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }

    /** A request of a person of the sample. */
    public HttpRequest.Builder request(String login, String path) {
        return begin(path).header("Authorization", basic(login));
    }

    private static String basic(String login) {
        byte[] credentials = (login + ":" + login + "-sample").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
