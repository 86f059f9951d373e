package org.sealpost.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.sealpost.pki.Certificates;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.RenewalRequest;

/**
 * A Key Manager that runs in the test's own process: the same answers over the same HTTPS, from the keys and
 * certificates of the {@link SampleOrganisation}. What the real one does is for the tests of the assembled server.
 */
final class SampleKeyManager implements AutoCloseable {
    /** Alice's, in the form of a token that tells nothing. */
    static final String ACCESS_TOKEN = "q83vEjRWeJq83vEjRWeA-._~+/==";

    private static final String MAILBOX = """
        {"address":"alice@corp.example","name":"Alice","state":"ENABLED","options":{"encrypt":true,"sign":true},
         "certificates":[{"profile":"SIGNING","serial":"1f","state":"ISSUED",
          "notBefore":"2026-11-23T12:00:00Z","notAfter":"2027-11-23T12:00:00Z"}],"fileOnServer":false}
        """;

    private final SampleOrganisation organisation;
    private final SampleTls tls;
    private final HttpsServer server;
    private final List<String> requests = new ArrayList<>();
    private final Map<String, Deque<String>> other = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final List<JsonObject> posted = new ArrayList<>();
    private final List<BigInteger> revoked = new ArrayList<>();

    private SampleKeyManager(SampleOrganisation organisation, SampleTls tls, HttpsServer server) {
        this.organisation = organisation;
        this.tls = tls;
        this.server = server;
    }

    static SampleKeyManager start(SampleOrganisation organisation, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        SampleTls tls = SampleTls.make(folder);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
        SampleKeyManager manager = new SampleKeyManager(organisation, tls, server);
        server.createContext("/", manager::answer);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
        return manager;
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    Path certificate() {
        return tls.certificate();
    }

    /** What it was asked, method and path and query, oldest first. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The messages that were handed over, oldest first. */
    List<JsonObject> posted() {
        return List.copyOf(posted);
    }

    /** Puts a certificate on the revocation list. */
    void revokes(BigInteger serial) {
        revoked.add(serial);
    }

    /**
     * Has it answer something else too.
     *
     * @param request method and path with query
     * @param answers one after the other; the last one again and again
     */
    void answers(String request, String... answers) {
        other.put(request, new ArrayDeque<>(List.of(answers)));
    }

    /** The body of the newest such request. @param request method and path with query */
    String body(String request) {
        return bodies.getOrDefault(request, "nothing was sent");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        byte[] body = exchange.getRequestBody().readAllBytes();
        bodies.put(request, new String(body, StandardCharsets.UTF_8));
        if (!exchange.getRequestURI().getPath().startsWith("/pki/") && !loggedIn(exchange)) {
            problem(exchange, 401, "http-401");
            return;
        }
        Optional<byte[]> content = content(exchange, request, body);
        if (content.isEmpty()) {
            problem(exchange, 404, "http-404");
        } else {
            send(exchange, 200, content.get());
        }
    }

    private Optional<byte[]> content(HttpExchange exchange, String request, byte[] body) {
        if (other.containsKey(request)) {
            Deque<String> answers = other.get(request);
            String next = answers.size() > 1 ? answers.remove() : answers.element();
            return Optional.of(next.getBytes(StandardCharsets.UTF_8));
        }
        return switch (exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath()) {
            case "GET /pki/sealpost.crl" -> Optional.of(organisation.revocationList(revoked));
            case "GET /api/v1/recipients" ->
                json(recipients(exchange.getRequestURI().getQuery()));
            case "POST /api/v1/enrolments" -> json(enrolled(body));
            case "POST /api/v1/renewals" -> json(renewed(body));
            case "POST /api/v1/renewals/confirmation" -> Optional.of(new byte[0]);
            case "GET /api/v1/mailbox" -> Optional.of(MAILBOX.getBytes(StandardCharsets.UTF_8));
            case "POST /api/v1/messages" -> json(posted(body));
            case "POST /api/v1/mailboxes/dave%40corp.example/token", "POST /api/v1/mailboxes/dave@corp.example/token" ->
                json(Json.createObjectBuilder()
                        .add("mailbox", "dave@corp.example")
                        .add("token", SampleOrganisation.TOKEN)
                        .add("expires", "2026-11-27T12:00:00Z")
                        .build());
            default -> Optional.empty();
        };
    }

    private JsonObject posted(byte[] body) {
        posted.add(Json.createReader(new ByteArrayInputStream(body)).readObject());
        return Json.createObjectBuilder().add("job", 1).build();
    }

    private static boolean loggedIn(HttpExchange exchange) {
        byte[] expected = "alice:alice sample".getBytes(StandardCharsets.UTF_8);
        return List.of("Basic " + Base64.getEncoder().encodeToString(expected), "Bearer " + ACCESS_TOKEN)
                .contains(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    private JsonObject enrolled(byte[] body) {
        JsonObject json = Json.createReader(new ByteArrayInputStream(body)).readObject();
        Base64.Decoder base64 = Base64.getDecoder();
        EnrolmentRequest request = new EnrolmentRequest(
                json.getString("address"),
                json.getString("token"),
                base64.decode(json.getString("signingRequest")),
                base64.decode(json.getString("transportKey")));
        return Json.createObjectBuilder()
                .add("sealed", Base64.getEncoder().encodeToString(organisation.enrol(request)))
                .build();
    }

    private JsonObject renewed(byte[] body) {
        JsonObject json = Json.createReader(new ByteArrayInputStream(body)).readObject();
        Base64.Decoder base64 = Base64.getDecoder();
        RenewalRequest request = new RenewalRequest(
                json.getString("address"),
                Instant.parse(json.getString("madeAt")),
                json.getBoolean("encryption"),
                base64.decode(json.getString("signingRequest")),
                base64.decode(json.getString("transportKey")),
                base64.decode(json.getString("proof")));
        return Json.createObjectBuilder()
                .add("sealed", Base64.getEncoder().encodeToString(organisation.renew(request)))
                .build();
    }

    private JsonObject recipients(String query) {
        String address = URLDecoder.decode(query.substring("address=".length()), StandardCharsets.UTF_8);
        JsonArrayBuilder found = Json.createArrayBuilder();
        organisation.meant(address).forEach(one -> {
            var json = Json.createObjectBuilder()
                    .add("typed", address)
                    .add("address", one)
                    .add("name", one)
                    .add("status", organisation.status(one).name());
            organisation
                    .certificate(one)
                    .ifPresent(it -> json.add("certificate", Base64.getEncoder().encodeToString(Certificates.der(it))));
            found.add(json);
        });
        return Json.createObjectBuilder()
                .add("recipients", found)
                .add(
                        "formats",
                        Json.createObjectBuilder()
                                .add("edition", "MODERN")
                                .add("preferred", "AES_256_GCM")
                                .add("floor", "AES_128_GCM"))
                .build();
    }

    private static Optional<byte[]> json(JsonObject json) {
        return Optional.of(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        String problem = Json.createObjectBuilder()
                .add("code", code)
                .add("title", "Refused: " + code)
                .add("detail", "Do something else.")
                .build()
                .toString();
        send(exchange, status, problem.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
