package org.sealpost.it;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.sealpost.pki.Certificates;
import org.sealpost.server.Command;

/** Somebody outside who has openssl and a certificate, and finds everything else by what the certificate says. */
final class Witness {
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI responder;

    /** @param any certificate of the organisation; the authority's is fetched by its address */
    Witness(Path folder, X509Certificate any) {
        this.folder = folder;
        write("any.pem", Certificates.pem(any));
        responder = URI.create(
                openssl("x509", "-in", "any.pem", "-noout", "-ocsp_uri").strip());
        write("ca.pem", Certificates.pem(Certificates.parse(fetch("sealpost.cer"))));
    }

    /** What the openssl command says. */
    String openssl(String... arguments) {
        List<String> words = new ArrayList<>(List.of("openssl"));
        for (String argument : arguments) {
            words.add(
                    argument.matches("[a-z]+[a-z-]*\\.(pem|der|crl)")
                            ? folder.resolve(argument).toString()
                            : argument);
        }
        return Command.run(Map.of(), words).output();
    }

    /** Asks the responder about a certificate. */
    String ask(X509Certificate certificate, String... more) {
        write("leaf.pem", Certificates.pem(certificate));
        List<String> words = new ArrayList<>(List.of("ocsp", "-issuer", "ca.pem", "-cert", "leaf.pem"));
        words.addAll(List.of("-CAfile", "ca.pem", "-url", responder.toString()));
        words.addAll(List.of(more));
        return openssl(words.toArray(String[]::new));
    }

    /** The same until the answer is as it will be, at most a minute. */
    String askUntil(X509Certificate certificate, String expected, String... more) {
        return until(() -> ask(certificate, more), said -> said.contains(expected));
    }

    static String until(Supplier<String> asked, Predicate<String> enough) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String said = asked.get();
        while (!enough.test(said) && System.nanoTime() < end) {
            sleep();
            said = asked.get();
        }
        return said;
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file that is published beside the responder. */
    byte[] fetch(String name) {
        return send(HttpRequest.newBuilder(responder.resolve(name)).GET()).body();
    }

    /** Keeps a published file. */
    void keep(String name, String file) {
        try {
            Files.write(folder.resolve(file), fetch(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<byte[]> post(byte[] question, String type) {
        return send(HttpRequest.newBuilder(responder)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(question)));
    }

    /** By GET, as base64 behind the path. @param tag of an answer that is known already; may be empty */
    HttpResponse<byte[]> get(byte[] question, String tag) {
        String rest = URLEncoder.encode(Base64.getEncoder().encodeToString(question), StandardCharsets.US_ASCII);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(responder + "/" + rest));
        return send(
                tag.isEmpty()
                        ? request.GET()
                        : request.header("If-None-Match", tag).GET());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
