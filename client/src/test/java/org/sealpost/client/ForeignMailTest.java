package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that OpenSSL signed for another organisation, opened without a server and without a security file. */
class ForeignMailTest {
    private static final String SIGNER = "[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN=Eve\n"
            + "[ext]\nsubjectAltName=email:eve@else.example\nkeyUsage=digitalSignature\n"
            + "extendedKeyUsage=emailProtection\nbasicConstraints=CA:false\n";
    private static final String AUTHORITY = "[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\n"
            + "CN=Else Authority\n[ext]\nbasicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n";
    private static final String LISTS = "[ca]\ndefault_ca=it\n[it]\ndatabase=index.txt\ndefault_md=sha256\n"
            + "default_crl_days=30\ncrlnumber=number\n";

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = Scene.open(folder).withoutTerminal();
        scene.file("ca.cnf", AUTHORITY);
        scene.file("eve.cnf", SIGNER);
        scene.file("crl.cnf", LISTS);
        scene.file("index.txt", "");
        scene.file("number", "01\n");
        scene.file("plain.txt", "Content-Type: text/plain\r\n\r\nNothing to hide.\r\n");
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -config"
                + " ca.cnf");
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout eve.key -out eve.pem"
                + " -config eve.cnf -CA ca.pem -CAkey ca.key");
        openssl("ca -gencrl -config crl.cnf -cert ca.pem -keyfile ca.key -out ca.crl");
        openssl("cms -sign -in plain.txt -signer eve.pem -inkey eve.key -from eve@else.example -subject Hello"
                + " -out signed.eml");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aStrangersSignatureHoldsWhenItsAuthorityIsTrustedAndItsListIsThere() {
        Script.Seen seen = openAt("--trust ./ca.pem --crl ./ca.crl");
        assertThat(seen.err()).contains("Signed, and every check holds.");
        assertThat(seen.status()).isZero();
        assertThat(seen.out()).contains("Nothing to hide.");
    }

    @Test
    void withoutAListNobodyCanTellWhetherItWasRevoked() {
        Script.Seen seen = openAt("--trust ./ca.pem");
        assertThat(seen.status()).isEqualTo(3);
        assertThat(seen.err()).contains("Signed, but not everything could be checked.");
    }

    @Test
    void anAuthorityThatNobodyTrustsMakesTheSignatureWorthNothing() {
        Script.Seen seen = openAt("--crl ./ca.crl");
        assertThat(seen.status()).isEqualTo(3);
        assertThat(seen.err()).anyMatch(line -> line.contains("does not trust"));
    }

    @Test
    void beforeItWasSignedItIsOfTheFuture() {
        Script.Seen seen = scene.run(
                "sealpost open --at 2020-01-01T00:00:00Z --trust ./ca.pem --crl ./ca.crl ./signed.eml", List.of());
        assertThat(seen.status()).isEqualTo(3);
        assertThat(seen.err()).anyMatch(line -> line.contains("has not come yet"));
    }

    @Test
    void oneChangedLetterIsFound() throws Exception {
        scene.file("signed.eml", scene.text("signed.eml").replace("Nothing to hide", "Something to hide"));
        Script.Seen seen = openAt("--trust ./ca.pem --crl ./ca.crl");
        assertThat(seen.status()).isEqualTo(3);
        assertThat(seen.err()).anyMatch(line -> line.startsWith("[FAILED] Content"));
    }

    /** What OpenSSL signs carries the day on which the test runs. */
    private Script.Seen openAt(String options) {
        return scene.run(
                "sealpost open --at " + Instant.now().plusSeconds(1) + " " + options + " ./signed.eml", List.of());
    }

    private void openssl(String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.split(" ", -1)));
        Path said = Files.createTempFile(folder, "openssl", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(words + Files.readString(said, StandardCharsets.UTF_8))
                .isZero();
    }
}
