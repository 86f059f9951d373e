package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.epf.SecurityFile;
import org.sealpost.pki.Certificates;

/** What certificates are worth: by which rules they are issued, and what openssl learns of them from responder and lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertificatesIT {
    private static final String REQUEST = "application/ocsp-request";

    private SampleServer server;
    private Programs programs;
    private Witness witness;
    private X509Certificate alice;
    private X509Certificate bob;
    private X509Certificate carol;

    @BeforeAll
    void open(@TempDir Path data, @TempDir Path folder) {
        server = SampleServer.start(data);
        programs = new Programs(server);
        alice = enrolled("alice");
        bob = enrolled("bob");
        carol = enrolled("carol");
        witness = new Witness(folder, alice);
    }

    private X509Certificate enrolled(String login) {
        try (SecurityFile file = programs.enrol(login, programs.enable(login))) {
            return file.signing().certificate();
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    @Order(1)
    void whatIsInForceIsGoodWithAndWithoutANonce() {
        assertThat(witness.askUntil(alice, "leaf.pem: good"))
                .contains("Response verify OK")
                .doesNotContain("no nonce");
        assertThat(witness.ask(alice, "-no_nonce", "-resp_text"))
                .contains("Response verify OK")
                .contains("leaf.pem: good")
                .contains("OCSP Signing")
                .contains("OCSP No Check")
                .contains("Next Update");
    }

    @Test
    @Order(2)
    void aRevocationIsAnsweredAtOnceWithItsReason() {
        revoke("alice", "COMPROMISED");
        revoke("carol", "LEFT");
        assertThat(witness.ask(alice, "-no_nonce"))
                .contains("leaf.pem: revoked")
                .contains("Reason: keyCompromise");
        assertThat(witness.ask(carol)).contains("leaf.pem: revoked").contains("Reason: cessationOfOperation");
        assertThat(witness.ask(bob)).contains("leaf.pem: good");
    }

    private void revoke(String login, String cause) {
        assertThat(programs.revoke(login, cause).status()).isBetween(200, 204);
    }

    @Test
    @Order(3)
    void aNumberThatNobodyIssuedIsUnknownAndAnotherAuthorityForeign() {
        assertThat(witness.ask(bob, "-serial", "0x1234")).contains("0x1234: unknown");
        witness.openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "key.pem",
                "-subj",
                "/CN=Elsewhere",
                "-out",
                "foreign.pem");
        assertThat(witness.openssl(
                        "ocsp", "-issuer", "foreign.pem", "-serial", "0x1234", "-reqout", "question.der", "-no_nonce"))
                .doesNotContain("rror");
        assertThat(refusal(witness.post(witness.read("question.der"), REQUEST))).isEqualTo(6);
    }

    @Test
    @Order(4)
    void byGetTheAnswerMayBeKeptOnTheWayAndIsNotSentTwice() {
        witness.ask(bob, "-no_nonce", "-reqout", "question.der");
        HttpResponse<byte[]> first = witness.get(witness.read("question.der"), "");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Content-Type")).isEqualTo("application/ocsp-response");
        assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(header(first, "Last-Modified")).isNotEmpty();
        HttpResponse<byte[]> again = witness.get(witness.read("question.der"), header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        HttpResponse<byte[]> posted = witness.post(witness.read("question.der"), REQUEST);
        assertThat(posted.body()).isEqualTo(first.body());
        assertThat(header(posted, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @Order(5)
    void whatIsNoRequestIsRefusedWithinBounds() {
        assertThat(refusal(witness.post(new byte[] {1, 2, 3}, REQUEST))).isEqualTo(1);
        assertThat(refusal(witness.post(new byte[60_000], REQUEST))).isEqualTo(1);
        assertThat(witness.post(new byte[100_000], REQUEST).statusCode())
                .as("more than anything published takes")
                .isEqualTo(400);
        assertThat(refusal(witness.get("no request".getBytes(StandardCharsets.US_ASCII), "")))
                .isEqualTo(1);
        assertThat(witness.post(new byte[] {1}, "text/plain").statusCode()).isEqualTo(415);
    }

    /** OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED }. */
    private static int refusal(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(5).startsWith(0x30, 3, 0x0a, 1);
        return response.body()[4];
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    @Order(6)
    void theListsSayTheSame() {
        assertThat(Witness.until(this::checkedByList, said -> said.contains("certificate revoked")))
                .contains("certificate revoked");
        assertThat(witness.openssl("crl", "-inform", "DER", "-in", "list.crl", "-CAfile", "ca.pem", "-noout"))
                .contains("verify OK");
        witness.keep("sealpost-delta.crl", "delta.crl");
        assertThat(witness.openssl("crl", "-inform", "DER", "-in", "delta.crl", "-CAfile", "ca.pem", "-noout", "-text"))
                .contains("verify OK")
                .contains("Delta CRL Indicator: critical")
                .contains("Key Compromise");
        witness.write("leaf.pem", Certificates.pem(bob));
        assertThat(verified()).contains("leaf.pem: OK");
    }

    private String checkedByList() {
        witness.keep("sealpost.crl", "list.crl");
        witness.write("leaf.pem", Certificates.pem(alice));
        return verified();
    }

    private String verified() {
        return witness.openssl("verify", "-crl_check", "-CAfile", "ca.pem", "-CRLfile", "list.crl", "leaf.pem");
    }

    @Test
    @Order(7)
    void whileTheKeyManagerIsStoppedKeptAnswersAreGivenAndTheRestIsAskedToTryLater() throws Exception {
        witness.ask(bob, "-no_nonce");
        assertThat(programs.post("admin", "key-manager/stop", new JsonObject()).status())
                .isEqualTo(200);
        assertThat(witness.ask(bob, "-no_nonce")).contains("Response verify OK").contains("leaf.pem: good");
        assertThat(witness.ask(bob)).contains("no nonce in response").contains("leaf.pem: good");
        assertThat(witness.ask(bob, "-serial", "0x4711")).contains("Responder Error: trylater");
        witness.keep("sealpost.crl", "list.crl");
        assertThat(verified()).contains("leaf.pem: OK");
        JsonObject password = new JsonObject();
        password.addProperty(
                "password",
                Files.readString(server.data().resolve("startup-password")).strip());
        assertThat(programs.post("admin", "key-manager/start", password).status())
                .isEqualTo(200);
        assertThat(Witness.until(() -> witness.ask(bob, "-serial", "0x4711"), said -> said.contains("0x4711: unknown")))
                .contains("Response verify OK");
    }

    @Test
    @Order(8)
    void aKeyThatAnybodyCouldTakeApartIsNotCertifiedAndTheLogSaysWhy() {
        Programs.Answer refused = programs.redeemWith("dave", programs.enable("dave"), WeakKey.neighbours());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.object().get("code").getAsString()).isEqualTo("certificate-refused");
        assertThat(programs.get("auditor", "audit?act=ENROL").json().toString())
                .contains("certificate-refused [rsa-close-primes]");
        assertThat(programs.get("auditor", "audit?act=APPOINT_RESPONDER").json().toString())
                .contains("OCSP responder");
    }

    @Test
    @Order(9)
    void anyCertificateCanBeMeasuredByWhoMayLook() {
        JsonObject given = new JsonObject();
        given.addProperty("certificate", Certificates.pem(bob));
        Programs.Answer own = programs.post("auditor", "certificates/lint", given);
        assertThat(own.object().get("findings").toString())
                .contains("policy-claimed")
                .doesNotContain("ERROR");
        given.addProperty("certificate", new String(witness.read("ca.pem"), StandardCharsets.US_ASCII));
        assertThat(programs.post("admin", "certificates/lint", given)
                        .object()
                        .get("findings")
                        .toString())
                .contains("ERROR")
                .contains("not-an-authority");
        given.addProperty("certificate", "AAAA");
        assertThat(programs.post("admin", "certificates/lint", given).status()).isEqualTo(422);
        assertThat(programs.post("dave", "certificates/lint", given).status()).isEqualTo(403);
        assertThat(programs.get("auditor", "certificates/rules?profile=MULTIPURPOSE")
                        .json()
                        .getAsJsonArray())
                .hasSizeGreaterThan(60);
    }
}
