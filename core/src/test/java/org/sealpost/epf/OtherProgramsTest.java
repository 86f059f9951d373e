package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.epf.SampleSecurityFiles.EPF;
import static org.sealpost.epf.SampleSecurityFiles.FILE;
import static org.sealpost.epf.SampleSecurityFiles.PASSWORD;
import static org.sealpost.epf.SampleSecurityFiles.STORE;
import static org.sealpost.epf.SampleSecurityFiles.password;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.pki.Openssl;
import org.sealpost.pki.OwnedKey;

/** The security file is an ordinary PKCS #12 file: other programs open it, and we open what they make of it. */
class OtherProgramsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("alice.epf"), EPF);
        Files.writeString(folder.resolve("password.txt"), PASSWORD);
    }

    @Test
    void opensslOpensItAndFindsFourKeysWithTheirCertificates() {
        Openssl.Outcome outcome =
                Openssl.run(folder, "pkcs12", "-in", "alice.epf", "-passin", "file:password.txt", "-nodes");
        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output().split("BEGIN PRIVATE KEY", -1)).hasSize(1 + 4);
        assertThat(outcome.output().split("BEGIN CERTIFICATE", -1)).hasSize(1 + 5);
        assertThat(outcome.output())
                .contains("friendlyName: alice@corp.example signing")
                .contains("friendlyName: alice@corp.example encryption 1")
                .contains("localKeyID");
    }

    @Test
    void opensslSeesTheStrengthThatWePromise() {
        String info = Openssl.run(
                        folder, "pkcs12", "-in", "alice.epf", "-passin", "file:password.txt", "-noout", "-info")
                .output();
        assertThat(info)
                .contains("MAC: sha256, Iteration 1200000")
                .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256")
                .doesNotContain("RC2", "3DES", "Iteration 2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grün 鍵", "🔑🔑", "שלום"})
    void opensslOpensItUnderAPasswordBeyondAscii(String text) throws IOException {
        try (Passphrase password = Passphrase.copyOf(text)) {
            Files.write(folder.resolve("alice.epf"), STORE.seal(FILE, password));
        }
        Files.writeString(folder.resolve("password.txt"), text);
        Openssl.Outcome outcome =
                Openssl.run(folder, "pkcs12", "-in", "alice.epf", "-passin", "file:password.txt", "-nodes");
        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output().split("BEGIN PRIVATE KEY", -1)).hasSize(1 + 4);
    }

    @Test
    void opensslRefusesAWrongPassword() {
        Openssl.Outcome outcome = Openssl.run(folder, "pkcs12", "-in", "alice.epf", "-passin", "pass:wrong", "-noout");
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("invalid password");
    }

    @Test
    void theJdkOpensItUnderANameForEachKey() throws GeneralSecurityException {
        KeyStore store = SampleSecurityFiles.inTheJdk(EPF);
        assertThat(Collections.list(store.aliases()))
                .containsExactlyInAnyOrder(
                        "alice@corp.example signing",
                        "alice@corp.example encryption 1",
                        "alice@corp.example encryption 2",
                        "alice@corp.example encryption 3");
        PrivateKey key = (PrivateKey) store.getKey("alice@corp.example signing", PASSWORD.toCharArray());
        assertThat(key.getEncoded()).isEqualTo(FILE.signing().privateKey().getEncoded());
        assertThat(store.getCertificateChain("alice@corp.example encryption 1"))
                .hasSize(2)
                .startsWith(FILE.currentEncryption().certificate());
    }

    @Test
    void weOpenWhatTheJdkMadeOfIt() {
        try (SecurityFile opened = STORE.open(SampleSecurityFiles.rewrittenByTheJdk(), password())) {
            assertThat(opened.mailbox()).isEqualTo(FILE.mailbox());
            assertThat(opened.signing().certificate()).isEqualTo(FILE.signing().certificate());
            assertThat(opened.encryption().stream().map(OwnedKey::certificate))
                    .containsExactlyInAnyOrderElementsOf(FILE.encryption().stream()
                            .map(OwnedKey::certificate)
                            .toList());
        }
    }
}
