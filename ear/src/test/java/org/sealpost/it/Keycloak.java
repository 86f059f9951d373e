package org.sealpost.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sealpost.server.Command;

/**
 * Keycloak itself, with the realms of {@code src/test/resources/keycloak}: the organisation's, and another one. It listens on
 * this machine only and begins each time from nothing.
 */
final class Keycloak implements AutoCloseable {
    private static final Path HOME = SampleServer.repository().resolve("ear/target/keycloak");
    private static final Path REALMS = SampleServer.repository().resolve("ear/src/test/resources/keycloak");
    private static final Duration START = Duration.ofMinutes(4);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int securePort = freePort();
    private final Path folder;
    private final Process process;

    private Keycloak(Path folder) {
        this.folder = folder;
        certify();
        process = launch();
    }

    /** Started; {@link #ready} waits until it answers. @param folder for its certificate and for what it says */
    static Keycloak start(Path folder) {
        return new Keycloak(folder);
    }

    /** Makes a certificate that nobody believes who is not told to. */
    private void certify() {
        String words = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=provider"
                + " -addext subjectAltName=IP:127.0.0.1 -keyout " + key() + " -out " + certificate();
        Command made = Command.run(Map.of(), List.of(words.split(" ")));
        if (made.status() != 0) {
            throw new IllegalStateException(made.output());
        }
    }

    private Path certificate() {
        return folder.resolve("keycloak.pem");
    }

    private Path key() {
        return folder.resolve("keycloak.key");
    }

    private Path log() {
        return folder.resolve("keycloak.log");
    }

    /** What a server is told, so that it asks here, by TLS. @param secret a file with Sealpost's own secret here */
    Map<String, String> environment(Path secret) {
        return Map.of(
                "SEALPOST_BEARER_INTROSPECTION_URL",
                address("corp", "token/introspect")
                        .replace("http://127.0.0.1:" + port, "https://127.0.0.1:" + securePort),
                "SEALPOST_BEARER_TRUST_FILE",
                certificate().toString(),
                "SEALPOST_BEARER_ISSUER",
                issuer("corp"),
                "SEALPOST_BEARER_AUDIENCE",
                "https://sealpost.corp.example",
                "SEALPOST_BEARER_CLIENT",
                "sealpost",
                "SEALPOST_BEARER_CLIENT_SECRET_FILE",
                secret.toString(),
                "SEALPOST_API_RATE",
                "600");
    }

    private Process launch() {
        try {
            forget(HOME.resolve("data"));
            Path imported = Files.createDirectories(HOME.resolve("data/import"));
            for (String realm : List.of("corp", "elsewhere")) {
                String file = realm + "-realm.json";
                Files.copy(REALMS.resolve(file), imported.resolve(file));
            }
            ProcessBuilder builder = new ProcessBuilder(
                    "bash",
                    HOME.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--import-realm",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--https-port=" + securePort,
                    "--https-certificate-file=" + certificate(),
                    "--https-certificate-key-file=" + key(),
                    "--hostname=http://127.0.0.1:" + port);
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
            builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            return builder.redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. */
    Keycloak ready() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log()));
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        return this;
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(issuer("corp")))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** What its tokens of a realm have as {@code iss}. */
    String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    /** An address of a realm's protocol. */
    String address(String realm, String what) {
        return issuer(realm) + "/protocol/openid-connect/" + what;
    }

    /** The tokens for a program of its own. */
    JsonObject clientsOwn(String program, String secret) throws IOException, InterruptedException {
        return tokens(
                "corp", Map.of("grant_type", "client_credentials", "client_id", program, "client_secret", secret));
    }

    /** The tokens for somebody who gives a program name and password. */
    JsonObject persons(String realm, String program, String person) throws IOException, InterruptedException {
        return tokens(
                realm,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        program,
                        "username",
                        person,
                        "password",
                        person + "-at-keycloak",
                        "scope",
                        "openid"));
    }

    private JsonObject tokens(String realm, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(address(realm, "token"), form);
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** A form to one of its addresses. */
    HttpResponse<String> post(String address, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The public key that its tokens of the organisation are verified with, in base64. */
    String publicKey() throws IOException, InterruptedException {
        String realm = client.send(
                        HttpRequest.newBuilder(URI.create(issuer("corp"))).build(), BodyHandlers.ofString())
                .body();
        return JsonParser.parseString(realm).getAsJsonObject().get("public_key").getAsString();
    }

    /** The end of it, as of a provider that is down. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }
}
