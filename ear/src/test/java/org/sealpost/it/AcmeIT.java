package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.container.Https;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.SigningRequest;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Identifier;
import org.shredzone.acme4j.RevocationReason;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** A partner's real ACME client (acme4j), and the organisation's real mail server (GreenMail), with a server that lets partners in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcmeIT {
    private static final String ANN = PartnerProgram.ANN;

    private static MailHouse mail;
    private static PartnerMail partner;
    private static SampleServer server;
    private static Https https;
    private static Session session;
    private static Account account;
    private static KeyPair accountKey;
    private static KeyPair certified;
    private static PartnerProgram program;

    /** The certificate of the first order, once it is there. */
    private static final List<X509Certificate> FIRST = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        mail = new MailHouse(data);
        program = new PartnerProgram(mail, data);
        partner = new PartnerMail("partner.example", mail.names());
        server = SampleServer.start(data.resolve("data"), mail.environment());
        https = new Https(server.url(), server.certificate());
        session = new Session(URI.create(server.url() + "/acme/directory"), new PartnerProvider(server.certificate()));
        accountKey = PartnerProgram.pair();
        certified = PartnerProgram.rsa(); // of a curve openssl does not say that it takes keys
        account = new AccountBuilder().addEmail(ANN).useKeyPair(accountKey).create(session);
    }

    @AfterAll
    static void stop() {
        server.close();
        mail.close();
    }

    @Test
    @Order(1)
    void aPartnerGetsACertificateForWhatItReadsAndWrites() throws Exception {
        org.shredzone.acme4j.Order order =
                account.newOrder().identifier(new Identifier("email", ANN)).create();
        EmailChallenge challenge = PartnerProgram.challenge(order);
        assertThat(challenge.from()).isEqualTo("acme@corp.example");
        MimeMessage asked = program.asked();
        assertThat(MailHouse.header(asked, "Auto-Submitted")).isEqualTo("auto-generated; type=acme");
        assertThat(MailHouse.header(asked, "From")).contains("acme@corp.example");
        challenge.trigger();
        mail.deliver(partner.signed(PartnerProgram.answer(asked, challenge)));
        assertThat(order.waitUntilReady(Duration.ofSeconds(60))).isEqualTo(Status.READY);
        order.execute(SigningRequest.make(Providers.best(), ANN, certified));
        assertThat(order.waitForCompletion(Duration.ofSeconds(30))).isEqualTo(Status.VALID);
        List<X509Certificate> chain = order.getCertificate().getCertificateChain();
        X509Certificate certificate = chain.get(0);
        FIRST.add(certificate);
        assertThat(Certificates.addresses(certificate)).containsExactly(ANN);
        assertThat(certificate.getPublicKey()).isEqualTo(certified.getPublic());
        assertThat(program.verified(chain, "smimesign")).contains("OK");
        assertThat(program.verified(chain, "smimeencrypt")).contains("OK");
        PartnerProgram.until(() -> mail.waiting() == 0);
    }

    @Test
    @Order(2)
    void everybodyInTheOrganisationFindsItAndAdministratorsSeeIt() throws Exception {
        HttpResponse<String> found = https.get("alice", "/api/v1/recipients?address=Ann@Partner.example");
        assertThat(found.body()).contains("\"ENABLED\"", "\"" + ANN + "\"", "\"certificate\"");
        HttpResponse<String> listed = https.get("admin", "/api/v1/certificates?address=" + ANN);
        assertThat(listed.body()).contains("\"PARTNER\"", ANN);
        assertThat(https.get("auditor", "/api/v1/audit?act=CERTIFY_PARTNER").body())
                .contains(ANN, "SUCCESS");
    }

    @Test
    @Order(3)
    void addressesThatAreNotForPartnersAreRefused() {
        refused("alice@corp.example", "rejectedIdentifier");
        refused("nobody@corp.example", "rejectedIdentifier");
        refused("ann@elsewhere.example", "rejectedIdentifier");
        assertThatThrownBy(() -> account.newOrder().domain("partner.example").create())
                .isInstanceOfSatisfying(AcmeServerException.class, e -> assertThat(e.getType())
                        .hasToString("urn:ietf:params:acme:error:unsupportedIdentifier"));
    }

    private static void refused(String address, String problem) {
        assertThatThrownBy(() -> account.newOrder()
                        .identifier(new Identifier("email", address))
                        .create())
                .isInstanceOfSatisfying(AcmeServerException.class, e -> assertThat(e.getType())
                        .hasToString("urn:ietf:params:acme:error:" + problem));
    }

    @Test
    @Order(4)
    void anAnswerForWhichNobodyVouchesDoesNotCountAndAWrongOneEndsTheOrder() throws Exception {
        org.shredzone.acme4j.Order order =
                account.newOrder().identifier(new Identifier("email", ANN)).create();
        EmailChallenge challenge = PartnerProgram.challenge(order);
        MimeMessage asked = program.asked();
        challenge.trigger();
        mail.deliver(PartnerProgram.answer(asked, challenge));
        String unsigned = "/api/v1/audit?act=ANSWER_CHALLENGE";
        PartnerProgram.until(() -> https.get("auditor", unsigned).body().contains("acme-unsigned"));
        challenge.fetch();
        assertThat(challenge.getStatus()).isEqualTo(Status.PROCESSING);
        assertThatThrownBy(() -> order.execute(SigningRequest.make(Providers.best(), ANN, PartnerProgram.pair())))
                .isInstanceOf(AcmeServerException.class)
                .hasMessageContaining("not ready");
        String wrong = PartnerMail.answer(
                ANN, MailHouse.header(asked, "Message-ID"), MailHouse.header(asked, "Subject"), "A".repeat(43));
        mail.deliver(partner.signed(wrong));
        assertThat(order.waitUntilReady(Duration.ofSeconds(60))).isEqualTo(Status.INVALID);
    }

    @Test
    @Order(5)
    void theRequestForACertificateHasToNameExactlyTheAddress() throws Exception {
        org.shredzone.acme4j.Order order =
                account.newOrder().identifier(new Identifier("email", ANN)).create();
        EmailChallenge challenge = PartnerProgram.challenge(order);
        MimeMessage asked = program.asked();
        mail.deliver(partner.signed(PartnerProgram.answer(asked, challenge)));
        PartnerProgram.until(() -> mail.waiting() == 1); // the unsigned one of before stays
        challenge.trigger();
        assertThat(order.waitUntilReady(Duration.ofSeconds(60))).isEqualTo(Status.READY);
        for (byte[] request : List.of(
                SigningRequest.make(Providers.best(), "ben@partner.example", PartnerProgram.pair()),
                SigningRequest.make(Providers.best(), ANN, accountKey))) {
            assertThatThrownBy(() -> order.execute(request))
                    .isInstanceOfSatisfying(AcmeServerException.class, e -> assertThat(e.getType())
                            .hasToString("urn:ietf:params:acme:error:badCSR"));
        }
        order.execute(SigningRequest.make(Providers.best(), ANN, PartnerProgram.pair()));
        assertThat(order.waitForCompletion(Duration.ofSeconds(30))).isEqualTo(Status.VALID);
    }

    @Test
    @Order(6)
    void aRequestIsTakenOnce() throws Exception {
        HttpResponse<String> nonce = https.send(https.begin("/acme/new-nonce").build());
        assertThat(nonce.statusCode()).isEqualTo(204);
        String used = nonce.headers().firstValue("Replay-Nonce").orElseThrow();
        String body = AcmeRequests.newAccount(server.url() + "/acme/new-account", used, PartnerProgram.pair());
        assertThat(post(body).statusCode()).isEqualTo(201);
        HttpResponse<String> again = post(body);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("urn:ietf:params:acme:error:badNonce");
        assertThat(again.headers().firstValue("Replay-Nonce")).isPresent();
        assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return https.send(https.begin("/acme/new-account")
                .header("Content-Type", "application/jose+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    @Order(7)
    void aPartnerEndsACertificateByItsKeyAndItIsSealedToNoMore() throws Exception {
        X509Certificate certificate = FIRST.get(0);
        org.shredzone.acme4j.Certificate.revoke(session, certified, certificate, RevocationReason.KEY_COMPROMISE);
        assertThatThrownBy(() -> org.shredzone.acme4j.Certificate.revoke(
                        session, certified, certificate, RevocationReason.KEY_COMPROMISE))
                .isInstanceOf(AcmeServerException.class);
        HttpResponse<String> listed = https.get("admin", "/api/v1/certificates?address=" + ANN + "&state=REVOKED");
        assertThat(listed.body()).contains("KEY_COMPROMISE");
        String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        PartnerProgram.until(() -> PartnerProgram.list(server).contains(serial));
    }

    @Test
    @Order(8)
    void anAdministratorEndsWhatAPartnerHas() throws Exception {
        String revocation = "/api/v1/mailboxes/" + ANN + "/revocation";
        String ending = "{\"cause\":\"LEFT\",\"reason\":\"works elsewhere\"}";
        assertThat(https.post("alice", revocation, ending).statusCode()).isEqualTo(403);
        assertThat(PartnersPage.look(server, "auditor", ANN, page -> {}))
                .contains("in force", "revoked", "[]")
                .doesNotContain("Revoke", "End this account");
        assertThat(PartnersPage.look(server, "admin", ANN, PartnersPage::revoke))
                .contains("none in force", "[]");
        assertThat(https.post("admin", revocation, ending).statusCode()).isEqualTo(404);
        assertThat(https.get("alice", "/api/v1/recipients?address=" + ANN).body())
                .contains("\"UNKNOWN\"")
                .doesNotContain("\"certificate\":");
        assertThat(https.get("auditor", "/api/v1/audit?act=REVOKE").body()).contains(ANN, "works elsewhere");
    }

    @Test
    @Order(9)
    void anAccountGetsAnotherKeyAndIsEnded() throws Exception {
        KeyPair after = PartnerProgram.pair();
        account.changeKey(after);
        account.fetch();
        assertThat(account.getStatus()).isEqualTo(Status.VALID);
        Account other = new AccountBuilder().useKeyPair(PartnerProgram.pair()).create(session);
        other.deactivate();
        assertThat(PartnersPage.look(server, "admin", ANN, PartnersPage::end)).contains("ended", "revoked", "[]");
        assertThatThrownBy(() -> new AccountBuilder().useKeyPair(after).create(session))
                .isInstanceOf(AcmeException.class);
    }

    @Test
    @Order(10)
    void noHalfOfATokenIsInTheLogAndTheMailServerWasAlwaysReached() throws Exception {
        assertThat(program.mailed()).hasSizeGreaterThanOrEqualTo(3);
        String log = Files.readString(server.data().resolve("log/server.log"));
        assertThat(program.mailed()).noneMatch(log::contains);
        assertThat(log).doesNotContain("ACME: the mail server");
    }
}
