package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SampleAuthority;
import org.sealpost.pki.Subject;

class SecurityFileStoreTest {
    private static final Providers PROVIDERS = Providers.best();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecurityFileStore STORE = new SecurityFileStore(PROVIDERS, RANDOM);
    private static final String PASSWORD = "Tr0ub4dor & 3, grün 鍵";
    private static final Subject ALICE = new Subject("alice@corp.example", "Alice", "Corp");

    private static final SampleAuthority AUTHORITY = SampleAuthority.create();
    private static SecurityFile file;
    private static byte[] epf;

    @BeforeAll
    static void seal() {
        OwnedKey signing = AUTHORITY.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256);
        OwnedKey newest = AUTHORITY.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.RSA_2048);
        OwnedKey older = AUTHORITY.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.EC_P256);
        OwnedKey oldest = AUTHORITY.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.RSA_2048);
        file = new SecurityFile(
                "alice@corp.example", signing, List.of(newest, older, oldest), List.of(AUTHORITY.certificate()));
        epf = STORE.seal(file, password());
    }

    private static Passphrase password() {
        return Passphrase.copyOf(PASSWORD);
    }

    private static List<X509Certificate> certificates(List<OwnedKey> keys) {
        return keys.stream().map(OwnedKey::certificate).toList();
    }

    @Test
    void whatWasSealedComesBackWithItsHistoryInOrder() {
        try (SecurityFile opened = STORE.open(epf, password())) {
            assertThat(opened.mailbox()).isEqualTo("alice@corp.example");
            assertThat(opened.signing().certificate()).isEqualTo(file.signing().certificate());
            assertThat(opened.signing().privateKey().getEncoded())
                    .isEqualTo(file.signing().privateKey().getEncoded());
            assertThat(certificates(opened.encryption())).isEqualTo(certificates(file.encryption()));
            assertThat(opened.authorities()).containsExactly(AUTHORITY.certificate());
            for (int i = 0; i < 3; i++) {
                assertThat(opened.encryption().get(i).privateKey().getEncoded())
                        .isEqualTo(file.encryption().get(i).privateKey().getEncoded());
            }
        }
    }
}
