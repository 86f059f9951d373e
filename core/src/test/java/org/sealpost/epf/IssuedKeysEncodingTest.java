package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SampleAuthority;
import org.sealpost.pki.Subject;
import org.sealpost.protocol.EnrolmentRequest;

class IssuedKeysEncodingTest {
    private static final Providers PROVIDERS = Providers.best();
    private static final SampleAuthority AUTHORITY = SampleAuthority.create();
    private static final Subject ALICE = new Subject("alice@corp.example");
    private static final IssuedKeys KEYS = new IssuedKeys(
            AUTHORITY.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256).certificate(),
            List.of(
                    AUTHORITY.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.RSA_2048),
                    AUTHORITY.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.EC_P256)),
            List.of(AUTHORITY.certificate()));

    @Test
    void grantedKeysComeBack() {
        try (SecretBytes encoded = IssuedKeysEncoding.encode(KEYS)) {
            IssuedKeys decoded = IssuedKeysEncoding.decode(PROVIDERS, encoded);
            assertThat(decoded.signing()).isEqualTo(KEYS.signing());
            assertThat(decoded.authorities()).isEqualTo(KEYS.authorities());
            assertThat(decoded.encryption())
                    .extracting(OwnedKey::certificate)
                    .isEqualTo(KEYS.encryption().stream()
                            .map(OwnedKey::certificate)
                            .toList());
        }
    }

    @Test
    void truncatedAndAlteredEncodingsAreRefusedInTypedForm() {
        byte[] good = IssuedKeysEncoding.encode(KEYS).expose();
        Random random = new Random(9);
        for (int length = 0; length < good.length; length += 11) {
            SecretBytes cut = SecretBytes.taking(Arrays.copyOf(good, length));
            assertThatThrownBy(() -> IssuedKeysEncoding.decode(PROVIDERS, cut)).isInstanceOf(BadEncoding.class);
        }
        for (int i = 0; i < 2000; i++) {
            byte[] altered = good.clone();
            altered[random.nextInt(i % 2 == 0 ? 40 : altered.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(IssuedKeysEncoding.decode(PROVIDERS, SecretBytes.taking(altered)))
                        .isNotNull();
            } catch (BadEncoding expected) {
                assertThat(expected.code()).isEqualTo("bad-encoding");
            }
        }
    }

    @Test
    void everyPartOfTheRequestIsBound() {
        EnrolmentRequest request = new EnrolmentRequest("a@b.example", "T", new byte[] {1}, new byte[] {2});
        byte[] binding = IssuedKeysEncoding.binding(request);
        assertThat(IssuedKeysEncoding.binding(new EnrolmentRequest("a@b.example", "T", new byte[] {1}, new byte[] {2})))
                .isEqualTo(binding)
                .hasSize(32);
        for (EnrolmentRequest other : List.of(
                new EnrolmentRequest("b@b.example", "T", new byte[] {1}, new byte[] {2}),
                new EnrolmentRequest("a@b.example", "U", new byte[] {1}, new byte[] {2}),
                new EnrolmentRequest("a@b.example", "T", new byte[] {3}, new byte[] {2}),
                new EnrolmentRequest("a@b.example", "T", new byte[] {1}, new byte[] {3}),
                new EnrolmentRequest("a@b.exampleT", "", new byte[] {1}, new byte[] {2}),
                new EnrolmentRequest("a@b.example", "T", new byte[] {}, new byte[] {1, 2}))) {
            assertThat(IssuedKeysEncoding.binding(other)).isNotEqualTo(binding);
        }
    }
}
