package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.epf.SampleSecurityFiles.AUTHORITY;
import static org.sealpost.epf.SampleSecurityFiles.FILE;
import static org.sealpost.epf.SampleSecurityFiles.PASSWORD;
import static org.sealpost.epf.SampleSecurityFiles.PROVIDERS;
import static org.sealpost.epf.SampleSecurityFiles.RANDOM;
import static org.sealpost.epf.SampleSecurityFiles.STORE;
import static org.sealpost.epf.SampleSecurityFiles.password;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.pki.Openssl;
import org.sealpost.pki.OwnedKey;

/** The form for programs that read no newer one; {@code InteroperabilityTest} has gpgsm and NSS import it. */
class OlderExportTest {
    private static final OlderExport EXPORT = new OlderExport(PROVIDERS, RANDOM);
    private static final OwnedKey RSA = FILE.encryption().get(0);

    @TempDir
    private Path folder;

    @Test
    void holdsOnePairWithItsAuthority() throws GeneralSecurityException {
        KeyStore store = SampleSecurityFiles.inTheJdk(export("bob", password()));
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.getKey("bob", PASSWORD.toCharArray()).getEncoded())
                .isEqualTo(RSA.privateKey().getEncoded());
        assertThat(store.getCertificateChain("bob")).containsExactly(RSA.certificate(), AUTHORITY.certificate());
    }

    @Test
    void isInTheOlderFormThroughout() throws IOException {
        Openssl.Outcome outcome = openssl(export("bob", password()), PASSWORD);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("MAC: sha1, Iteration 200000")
                .contains("pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 200000")
                .doesNotContain("PBES2", "RC2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grün 鍵", "🔑🔑", "שלום"})
    void opensUnderAPasswordBeyondAscii(String text) throws IOException {
        try (Passphrase password = Passphrase.copyOf(text)) {
            assertThat(openssl(export("bob", password), text).status()).isZero();
        }
    }

    @Test
    void eachOneHasSaltOfItsOwn() {
        assertThat(export("bob", password())).isNotEqualTo(export("bob", password()));
    }

    /** gpgsm 2.2 ends with a segmentation fault at an EC key. */
    @Test
    void isNotMadeForOtherKeysThanRsa() {
        for (OwnedKey ec : List.of(FILE.signing(), FILE.encryption().get(1))) {
            assertThatThrownBy(() -> EXPORT.export("bob", ec, List.of(), password()))
                    .isInstanceOfSatisfying(
                            NoOlderForm.class, e -> assertThat(e.arguments()).containsExactly("EC"));
        }
    }

    @Test
    void isNeverOpenedAsASecurityFile() {
        byte[] export = export("bob", password());
        assertThatThrownBy(() -> STORE.open(export, password())).isInstanceOf(DamagedSecurityFile.class);
    }

    private static byte[] export(String name, Passphrase password) {
        return EXPORT.export(name, RSA, List.of(AUTHORITY.certificate()), password);
    }

    private Openssl.Outcome openssl(byte[] export, String password) throws IOException {
        Files.write(folder.resolve("bob.p12"), export);
        Files.writeString(folder.resolve("password.txt"), password);
        return Openssl.run(
                folder, "pkcs12", "-legacy", "-in", "bob.p12", "-passin", "file:password.txt", "-info", "-nodes");
    }
}
