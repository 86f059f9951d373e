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
import org.sealpost.model.MailboxId;
import org.sealpost.server.Command;

/** curl and OpenSSL enrol with a token by EST; the commands are those of the guide on interfaces. */
@ExtendWith(ArquillianExtension.class)
class EstIT {
    @Inject
    EnablementService enablement;

    @Inject
    Directory directory;

    @Inject
    Rows rows;

    private Openssl openssl;

    @Deployment
    static EnterpriseArchive application() {
        return TestedApplication.with(EstIT.class, Login.class, Rows.class, Openssl.class, Command.class);
    }

    @BeforeEach
    void prepare() throws Exception {
        Path data = Path.of(System.getProperty("sealpost.data"));
        openssl = new Openssl(
                System.getProperty("sealpost.public.url"),
                data.resolve("tls.pem"),
                Files.createTempDirectory(data, "est"));
        openssl.key("key.pem");
    }

    @Test
    void everybodyGetsTheAuthority() {
        Openssl.succeed(openssl.curl("/.well-known/est/cacerts", "--fail", "--output", "file=authorities.p7"));
        assertThat(certificates("authorities.p7")).contains("Key Manager");
        assertThat(openssl.curl("/.well-known/est/csrattrs", "--fail").output()).isNotBlank();
    }

    @Test
    void enrolsAndFetchesTheEncryptionKey() throws Exception {
        String token = enable("soehne");
        request("soehne", "");
        Openssl.succeed(post("simpleenroll", address("soehne") + ":" + token, "signing.p7"));
        assertThat(certificates("signing.p7")).contains("subject=");
        assertThat(states("soehne")).containsExactly("ENCRYPTION PREPARED", "SIGNING ISSUED");

        Openssl.succeed(post("serverkeygen", address("soehne") + ":" + token, "encryption.txt"));
        String parts = Files.readString(openssl.file("encryption.txt"));
        assertThat(parts).contains("application/pkcs8").contains("smime-type=certs-only");
        String key = parts.substring(parts.indexOf("\r\n\r\n") + 4, parts.indexOf("\r\n--", 10));
        Files.writeString(
                openssl.file("encryption.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + key.replace("\r\n", "\n").strip() + "\n-----END PRIVATE KEY-----\n");
        assertThat(openssl.openssl("pkey", "-in", "@encryption.pem", "-noout", "-check")
                        .output())
                .contains("Key is valid");
        assertThat(states("soehne")).containsExactly("ENCRYPTION ISSUED", "SIGNING ISSUED");

        Command twice = post("serverkeygen", address("soehne") + ":" + token, "again.txt");
        assertThat(twice.status()).isNotZero();
    }

    @Test
    void theTokenMayComeWithTheDirectorysPassword() throws Exception {
        String token = enable("maximiliana");
        request("maximiliana", token);
        Openssl.succeed(post("simpleenroll", "maximiliana:maximiliana-sample", "signing.p7"));
        assertThat(states("maximiliana")).contains("SIGNING ISSUED");

        Openssl.succeed(post("simplereenroll", "maximiliana:maximiliana-sample", "again.p7"));
        assertThat(states("maximiliana")).filteredOn("SIGNING ISSUED"::equals).hasSize(2);
    }

    @Test
    void whoeverHasNeitherIsAskedForALogin() throws Exception {
        request("tanaka", "");
        Command refused = openssl.curl(
                "/.well-known/est/simpleenroll",
                "--include",
                "--user",
                "tanaka:wrong",
                "--header",
                "Content-Type: application/pkcs10",
                "--data-binary",
                "@" + openssl.file("request.b64"));
        assertThat(refused.output())
                .contains("401")
                .containsIgnoringCase("WWW-Authenticate: Basic")
                .contains("est-login");
    }

    @Test
    void aTokenIsForOneMailbox() throws Exception {
        String token = enable("admin");
        request("bob", "");
        Command refused = openssl.curl(
                "/.well-known/est/simpleenroll",
                "--include",
                "--user",
                "bob@corp.example:" + token,
                "--header",
                "Content-Type: application/pkcs10",
                "--data-binary",
                "@" + openssl.file("request.b64"));
        assertThat(refused.output()).contains("403").contains("est-other-mailbox");
    }

    /** A request for the address, in base64, with the token inside if there is one. */
    private void request(String login, String token) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "req",
                "-new",
                "-key",
                "@key.pem",
                "-outform",
                "DER",
                "-out",
                "@request.der",
                "-addext",
                "subjectAltName=email:" + address(login)));
        if (token.isEmpty()) {
            words.addAll(List.of("-subj", "/CN=" + login));
        } else {
            Files.writeString(
                    openssl.file("request.cnf"),
                    "[req]\nprompt=no\ndistinguished_name=name\nattributes=more\n[name]\nCN=" + login
                            + "\n[more]\nchallengePassword=" + token + "\n");
            words.addAll(List.of("-config", "@request.cnf"));
        }
        Openssl.succeed(openssl.openssl(words.toArray(String[]::new)));
        Openssl.succeed(openssl.openssl("base64", "-in", "@request.der", "-out", "@request.b64"));
    }

    private Command post(String operation, String login, String answer) {
        return openssl.curl(
                "/.well-known/est/" + operation,
                "--fail",
                "--user",
                login,
                "--header",
                "Content-Type: application/pkcs10",
                "--data-binary",
                "@" + openssl.file("request.b64"),
                "--output",
                "file=" + answer);
    }

    private String certificates(String answer) {
        Openssl.succeed(openssl.openssl("base64", "-d", "-in", "@" + answer, "-out", "@" + answer + ".der"));
        return Openssl.succeed(openssl.openssl("pkcs7", "-inform", "DER", "-in", "@" + answer + ".der", "-print_certs"))
                .output();
    }

    private String enable(String login) throws Exception {
        return Login.of("admin").call(() -> enablement.enable(id(login))).token();
    }

    private String address(String login) {
        return directory.byLogin(login).orElseThrow().address();
    }

    private MailboxId id(String login) {
        return directory.byLogin(login).orElseThrow().id();
    }

    private List<String> states(String login) throws Exception {
        return rows.of(
                "select profile, state from issued_certificate where mailbox = ? order by profile, state",
                id(login).value());
    }
}
