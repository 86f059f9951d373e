package org.sealpost.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.directory.Directory;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.Certificates;
import org.sealpost.server.Command;

/** OpenSSL's own client enrols with a token, renews and revokes; the commands are those of the guide on interfaces. */
@ExtendWith(ArquillianExtension.class)
class CmpIT {
    @Inject
    EnablementService enablement;

    @Inject
    Directory directory;

    @Inject
    KeyRing ring;

    @Inject
    Rows rows;

    private Openssl openssl;

    @Deployment
    static EnterpriseArchive application() {
        return TestedApplication.with(CmpIT.class, Login.class, Rows.class, Openssl.class, Command.class);
    }

    @BeforeEach
    void prepare() throws Exception {
        Path data = Path.of(System.getProperty("sealpost.data"));
        openssl = new Openssl(
                System.getProperty("sealpost.public.url"),
                data.resolve("tls.pem"),
                Files.createTempDirectory(data, "cmp"));
        Files.writeString(
                openssl.file("root.pem"), Certificates.pem(ring.publicKeys().authority()));
        openssl.key("key.pem");
    }

    @Test
    void enrolsRenewsAndRevokes() throws Exception {
        String token = enable("tanaka");
        Openssl.succeed(enrol(token));
        assertThat(openssl.openssl("x509", "-in", "@certificate.pem", "-noout", "-ext", "subjectAltName")
                        .output())
                .contains("email:taro.tanaka@corp.example");
        assertThat(openssl.openssl("verify", "-CAfile", "@root.pem", "@certificate.pem")
                        .status())
                .isZero();
        assertThat(state("tanaka")).isEqualTo("ENABLED");
        assertThat(certificates("tanaka")).containsExactly("ENCRYPTION PREPARED", "SIGNING ISSUED");
        openssl.key("next-key.pem");
        Openssl.succeed(renew());
        assertThat(certificates("tanaka")).filteredOn("SIGNING ISSUED"::equals).hasSize(2);
        Openssl.succeed(revoke("certificate.pem", "4"));
        assertThat(certificates("tanaka")).contains("SIGNING REVOKED", "SIGNING ISSUED");
        assertThat(state("tanaka")).isEqualTo("ENABLED");
        Openssl.succeed(revoke("next.pem", "1"));
        assertThat(state("tanaka")).isEqualTo("REVOKED");
        assertThat(certificates("tanaka")).allMatch(one -> one.endsWith("REVOKED"));
    }

    @Test
    void enrolsWithoutAConfirmationAndOnce() throws Exception {
        String token = enable("obrien");
        Command enrolled = enrol(token, "-implicit_confirm");
        Openssl.succeed(enrolled);
        assertThat(enrolled.output()).doesNotContain("CERTCONF");
        assertThat(certificates("obrien")).contains("SIGNING ISSUED");
        Command again = enrol(token);
        assertThat(again.status()).isNotZero();
        assertThat(again.output()).contains("notAuthorized").contains("redeemed already");
    }

    @Test
    void aWrongSecretCostsATry() throws Exception {
        String token = enable("auditor");
        String wrong = token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0");
        Command refused = openssl.cmp(
                "-cmd",
                "ir",
                "-ref",
                reference(token),
                "-secret",
                "pass:" + wrong,
                "-newkey",
                "@key.pem",
                "-subject",
                "/CN=anything",
                "-certout",
                "@certificate.pem",
                "-unprotected_errors");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("badMessageCheck").contains("wrong-token");
        assertThat(openssl.file("certificate.pem")).doesNotExist();
        assertThat(rows.of(
                        "select tries_left from one_time_token where mailbox = ?",
                        id("auditor").value()))
                .containsExactly("4");
        assertThat(rows.of(
                        "select details from audit_entry where act = 'ENROL' and outcome = 'FAILURE' and details like"
                                + " ?",
                        "CMP wrong-token%"))
                .isNotEmpty();
    }

    @Test
    void aTokenRunsOut() throws Exception {
        String token = enable("grace");
        rows.change("update one_time_token set expires_at = dateadd('hour', -1, current_timestamp) where mailbox = '"
                + id("grace").value() + "'");
        Command late = enrol(token);
        assertThat(late.status()).isNotZero();
        assertThat(late.output()).contains("notAuthorized").contains("ran out");
        assertThat(state("grace")).isEqualTo("TOKEN_OUT");
    }

    @Test
    void tellsWhatEverybodyMayKnow() {
        Command told = openssl.cmp(
                "-cmd",
                "genm",
                "-infotype",
                "caCerts",
                "-subject",
                "/CN=anybody",
                "-unprotected_requests",
                "-trusted",
                "@root.pem");
        Openssl.succeed(told);
        assertThat(told.output()).contains("caCerts");
    }

    @Test
    void theDatabaseHasNoTokenInClear() throws Exception {
        String token = enable("frank");
        assertThat(rows.of("script"))
                .noneMatch(line -> line.contains(token))
                .noneMatch(line -> line.contains(token.replace("-", "")))
                .noneMatch(line -> line.contains(reference(token)));
        assertThat(rows.of(
                        "select reference_hash is null, sealed_code is null from one_time_token where mailbox = ?",
                        id("frank").value()))
                .containsExactly("FALSE FALSE");
    }

    private Command renew() {
        return openssl.cmp(
                "-cmd",
                "kur",
                "-trusted",
                "@root.pem",
                "-cert",
                "@certificate.pem",
                "-key",
                "@key.pem",
                "-newkey",
                "@next-key.pem",
                "-certout",
                "@next.pem");
    }

    /** Vouched for by the renewed key. */
    private Command revoke(String certificate, String reason) {
        return openssl.cmp(
                "-cmd",
                "rr",
                "-trusted",
                "@root.pem",
                "-cert",
                "@next.pem",
                "-key",
                "@next-key.pem",
                "-oldcert",
                "@" + certificate,
                "-revreason",
                reason);
    }

    private Command enrol(String token, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "-cmd",
                "ir",
                "-ref",
                reference(token),
                "-secret",
                "pass:" + token,
                "-newkey",
                "@key.pem",
                "-subject",
                "/CN=anything",
                "-certout",
                "@certificate.pem",
                "-cacertsout",
                "@authorities.pem"));
        words.addAll(List.of(more));
        return openssl.cmp(words.toArray(String[]::new));
    }

    private static String reference(String token) {
        return token.substring(0, 11);
    }

    private String enable(String login) throws Exception {
        return Login.of("admin").call(() -> enablement.enable(id(login))).token();
    }

    private MailboxId id(String login) {
        return directory.byLogin(login).orElseThrow().id();
    }

    private String state(String login) throws Exception {
        String id = id(login).value();
        return rows.of("select state from mailbox where id = ?", id).get(0);
    }

    private List<String> certificates(String login) throws Exception {
        return rows.of(
                "select profile, state from issued_certificate where mailbox = ? order by profile, state",
                id(login).value());
    }
}
