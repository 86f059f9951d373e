package org.sealpost.certification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.assembly.TestClock;
import org.sealpost.model.CertificateState;
import org.sealpost.model.MailboxState;
import org.sealpost.pki.Certificates;
import org.sealpost.protocol.TokenCode;

/** The desk behind plain HTTP, with the system's {@code openssl cmp} as its client. */
class OpensslClientTest {
    private final Desk desk = new Desk(new TestClock(Clock.systemUTC().instant()));

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/cmp", this::answer);
        server.start();
        key("key.pem");
        Answer told = Answer.of(
                desk.octets(Unprotected.message(Wishes.ask(new InfoTypeAndValue(CMPObjectIdentifiers.id_it_caCerts)))));
        Files.writeString(
                folder.resolve("root.pem"),
                Certificates.pem(
                        Certificates.parse(told.message().getCertificates()[1].getEncoded())));
    }

    @AfterEach
    void close() {
        server.stop(0);
        desk.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer = desk.octets(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/pkixcmp");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Test
    void enrolsRenewsAndRevokes() throws Exception {
        assertSucceeds(enrol(desk.token()));
        X509Certificate first = certificate("certificate.pem");
        assertThat(Certificates.addresses(first)).containsExactly(Desk.ALICE.address());
        assertThat(desk.state(first)).isEqualTo(CertificateState.ISSUED);
        assertThat(desk.states()).containsExactlyInAnyOrder(CertificateState.ISSUED, CertificateState.PREPARED);
        assertThat(folder.resolve("authorities.pem")).isNotEmptyFile();

        key("next-key.pem");
        assertSucceeds(renew());
        X509Certificate next = certificate("next.pem");
        assertThat(desk.state(next)).isEqualTo(CertificateState.ISSUED);

        desk.later(Duration.ofSeconds(2));
        assertSucceeds(revoke("next.pem", "1"));
        assertThat(desk.mailbox()).isEqualTo(MailboxState.REVOKED);
        assertThat(desk.states()).containsOnly(CertificateState.REVOKED);
    }

    @Test
    void isSparedTheConfirmation() throws Exception {
        assertSucceeds(enrol(desk.token(), "-implicit_confirm"));
        assertThat(desk.state(certificate("certificate.pem"))).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void isToldOfAWrongSecret() throws Exception {
        TokenCode token = desk.token();
        String refused = cmp(
                        "-cmd",
                        "ir",
                        "-ref",
                        token.reference().text(),
                        "-secret",
                        "pass:wrong",
                        "-newkey",
                        "key.pem",
                        "-subject",
                        "/CN=anything",
                        "-certout",
                        "certificate.pem",
                        "-unprotected_errors")
                .output();
        assertThat(refused).contains("badMessageCheck").contains("In words: wrong-token");
        assertThat(desk.triesLeft()).isEqualTo(4);
        assertThat(folder.resolve("certificate.pem")).doesNotExist();
    }

    @Test
    void isToldThatATokenIsSpent() throws Exception {
        TokenCode token = desk.token();
        assertSucceeds(enrol(token));
        assertThat(enrol(token).output()).contains("notAuthorized").contains("In words: token-spent");
    }

    @Test
    void isToldWhatEverybodyMayKnow() throws Exception {
        Result told = cmp(
                "-cmd",
                "genm",
                "-infotype",
                "caCerts",
                "-subject",
                "/CN=anybody",
                "-unprotected_requests",
                "-trusted",
                "root.pem");
        assertSucceeds(told);
        assertThat(told.output()).contains("caCerts");
    }

    private Result renew() throws Exception {
        return cmp(
                "-cmd",
                "kur",
                "-trusted",
                "root.pem",
                "-cert",
                "certificate.pem",
                "-key",
                "key.pem",
                "-newkey",
                "next-key.pem",
                "-certout",
                "next.pem");
    }

    /** Vouched for by the renewed key. */
    private Result revoke(String certificate, String reason) throws Exception {
        return cmp(
                "-cmd",
                "rr",
                "-trusted",
                "root.pem",
                "-cert",
                "next.pem",
                "-key",
                "next-key.pem",
                "-oldcert",
                certificate,
                "-revreason",
                reason);
    }

    private Result enrol(TokenCode token, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "-cmd",
                "ir",
                "-ref",
                token.reference().text(),
                "-secret",
                "pass:" + token.text(),
                "-newkey",
                "key.pem",
                "-subject",
                "/CN=anything",
                "-certout",
                "certificate.pem",
                "-cacertsout",
                "authorities.pem"));
        words.addAll(List.of(more));
        return cmp(words.toArray(String[]::new));
    }

    private Result cmp(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "openssl", "cmp", "-server", "127.0.0.1:" + server.getAddress().getPort(), "-path", ".well-known/cmp"));
        all.addAll(List.of(words));
        return run(all);
    }

    private void key(String file) throws Exception {
        assertSucceeds(run(List.of(
                "openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", file)));
    }

    private X509Certificate certificate(String file) throws IOException {
        return Certificates.parse(Files.readAllBytes(folder.resolve(file)));
    }

    private static void assertSucceeds(Result result) {
        assertThat(result.status()).as(result.output()).isZero();
    }

    private record Result(int status, String output) {}

    private Result run(List<String> words) throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(words + " took too long");
        }
        return new Result(process.exitValue(), Files.readString(log));
    }
}
