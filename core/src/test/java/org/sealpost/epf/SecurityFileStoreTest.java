package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.epf.SampleSecurityFiles.AUTHORITY;
import static org.sealpost.epf.SampleSecurityFiles.EPF;
import static org.sealpost.epf.SampleSecurityFiles.FILE;
import static org.sealpost.epf.SampleSecurityFiles.PROVIDERS;
import static org.sealpost.epf.SampleSecurityFiles.RANDOM;
import static org.sealpost.epf.SampleSecurityFiles.STORE;
import static org.sealpost.epf.SampleSecurityFiles.password;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.Subject;

class SecurityFileStoreTest {
    private static void assertSame(SecurityFile opened) {
        assertThat(opened.mailbox()).isEqualTo(FILE.mailbox());
        assertSame(opened.signing(), FILE.signing());
        assertThat(opened.encryption()).hasSameSizeAs(FILE.encryption());
        for (int i = 0; i < FILE.encryption().size(); i++) {
            assertSame(opened.encryption().get(i), FILE.encryption().get(i));
        }
        assertThat(opened.authorities()).containsExactly(AUTHORITY.certificate());
    }

    private static void assertSame(OwnedKey one, OwnedKey other) {
        assertThat(one.certificate()).isEqualTo(other.certificate());
        assertThat(OwnedKey.belongTogether(
                        PROVIDERS,
                        PROVIDERS.adopt(one.privateKey()),
                        other.certificate().getPublicKey()))
                .isTrue();
    }

    @Test
    void whatWasSealedComesBackWithItsHistoryInOrder() {
        try (SecurityFile opened = STORE.open(EPF, password())) {
            assertSame(opened);
        }
    }

    @Test
    void machineWithoutTheNativeProviderOpensItToo() {
        SecurityFileStore portable = new SecurityFileStore(Providers.portable(), RANDOM);
        try (SecurityFile opened = portable.open(EPF, password())) {
            assertSame(opened);
        }
    }

    @Test
    void keysAreOfTheProvidersOwnClassSoThatTheyAreFast() {
        try (SecurityFile opened = STORE.open(EPF, password())) {
            assertThat(opened.signing().privateKey().getClass().getName()).startsWith("com.amazon.corretto");
        }
    }

    @Test
    void closingDestroysTheKeysWhereTheProviderCan() {
        SecurityFile opened = STORE.open(EPF, password());
        opened.close();
        assertThat(opened.signing().privateKey().isDestroyed()).isTrue();
        assertThat(opened.encryption()).allMatch(key -> key.privateKey().isDestroyed());
    }

    @Test
    void theFileOfAFormerReleaseStillOpens() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("golden.epf"));
                Passphrase password = Passphrase.copyOf("Sealpost golden file, 2026: grün 鍵");
                SecurityFile opened = STORE.open(in.readAllBytes(), password)) {
            assertThat(opened.mailbox()).isEqualTo("golden@corp.example");
            assertThat(opened.encryption()).hasSize(2);
            assertThat(opened.authorities()).hasSize(1);
            assertThat(opened.currentEncryption().certificate().getSerialNumber())
                    .isNotEqualTo(opened.encryption().get(1).certificate().getSerialNumber());
        }
    }

    @Test
    void passwordChangesAndTheOldOneNoLongerOpens() {
        try (Passphrase replacement = Passphrase.copyOf("another")) {
            byte[] changed = STORE.changePassword(EPF, password(), replacement);
            assertThatThrownBy(() -> STORE.open(changed, password())).isInstanceOf(WrongPassword.class);
            try (SecurityFile opened = STORE.open(changed, replacement)) {
                assertSame(opened);
            }
            assertThatThrownBy(() -> STORE.changePassword(EPF, replacement, replacement))
                    .isInstanceOf(WrongPassword.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "🔑🔑", "null\u0000inside", "with \"quotes\" and \\"})
    void anyPasswordWorks(String text) {
        try (Passphrase password = Passphrase.copyOf(text);
                SecurityFile opened = STORE.open(STORE.seal(FILE, password), password)) {
            assertSame(opened);
        }
    }

    @Test
    void noTwoSealedFilesShareAnything() {
        assertThat(STORE.seal(FILE, password())).isNotEqualTo(EPF);
    }

    @Test
    void renewalPutsTheNewKeyFirstAndKeepsTheOld() {
        Subject alice = new Subject(FILE.mailbox());
        OwnedKey newest = AUTHORITY.issue(CertificateProfile.ENCRYPTION, alice, KeyType.EC_P256);
        OwnedKey signing = AUTHORITY.issue(CertificateProfile.SIGNING, alice, KeyType.EC_P256);
        SecurityFile renewed = FILE.withEncryption(newest).withSigning(signing);
        try (SecurityFile opened = STORE.open(STORE.seal(renewed, password()), password())) {
            assertSame(opened.currentEncryption(), newest);
            assertSame(opened.encryption().get(1), FILE.currentEncryption());
            assertThat(opened.encryption()).hasSize(4);
            assertSame(opened.signing(), signing);
        }
    }

    @Test
    void historyOfManyYearsOpens() {
        Subject alice = new Subject(FILE.mailbox());
        List<OwnedKey> history = Stream.generate(
                        () -> AUTHORITY.issue(CertificateProfile.ENCRYPTION, alice, KeyType.EC_P256))
                .limit(60)
                .toList();
        SecurityFile old = new SecurityFile(FILE.mailbox(), FILE.signing(), history, List.of());
        try (SecurityFile opened = STORE.open(STORE.seal(old, password()), password())) {
            List<X509Certificate> order =
                    opened.encryption().stream().map(OwnedKey::certificate).toList();
            assertThat(order)
                    .isEqualTo(history.stream().map(OwnedKey::certificate).toList());
        }
    }

    @Test
    void addressBeyondAsciiIsKept() {
        Subject subject = new Subject("jürgen@corp.example");
        SecurityFile file = new SecurityFile(
                subject.address(),
                AUTHORITY.issue(CertificateProfile.SIGNING, subject, KeyType.EC_P256),
                List.of(AUTHORITY.issue(CertificateProfile.ENCRYPTION, subject, KeyType.EC_P256)),
                List.of());
        try (SecurityFile opened = STORE.open(STORE.seal(file, password()), password())) {
            assertThat(opened.mailbox()).isEqualTo("jürgen@corp.example");
        }
    }

    @Test
    void fileWithoutEncryptionKeyCannotBe() {
        assertThatThrownBy(() -> new SecurityFile("a@b.example", FILE.signing(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingSecretIsPrinted() {
        assertThat(FILE.toString()).isEqualTo("SecurityFile[alice@corp.example, 3 encryption keys]");
        assertThat(FILE.signing().toString())
                .contains(FILE.signing().certificate().getSerialNumber().toString(16));
    }
}
