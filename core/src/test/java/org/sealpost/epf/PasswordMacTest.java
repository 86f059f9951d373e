package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;

class PasswordMacTest {
    private static final byte[] CONTENT = "contents of a file".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private final PasswordMac mac = new PasswordMac(Providers.best());

    /** Bouncy Castle's own derivation of RFC 7292 appendix B as the second opinion. */
    private static byte[] secondOpinion(String password, int rounds) {
        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA256Digest());
        generator.init(PKCS12ParametersGenerator.PKCS12PasswordToBytes(password.toCharArray()), SALT, rounds);
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(generator.generateDerivedMacParameters(256));
        hmac.update(CONTENT, 0, CONTENT.length);
        byte[] tag = new byte[32];
        hmac.doFinal(tag, 0);
        return tag;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "secret",
                "grün 鍵",
                "🔑",
                "a long password of more than sixty-four characters, as somebody may choose"
            })
    void tagIsThatOfRfc7292(String text) {
        try (Passphrase password = Passphrase.copyOf(text)) {
            for (int rounds : new int[] {1, 2, 1000}) {
                MacData made = mac.make(password, CONTENT, SALT, rounds);
                assertThat(made.getMac().getDigest()).isEqualTo(secondOpinion(text, rounds));
                assertThat(mac.fits(made, password, CONTENT)).isTrue();
            }
        }
    }

    @Test
    void anotherPasswordOrContentDoesNotFit() {
        try (Passphrase password = Passphrase.copyOf("right");
                Passphrase wrong = Passphrase.copyOf("Right")) {
            MacData made = mac.make(password, CONTENT, SALT, 10);
            assertThat(mac.fits(made, wrong, CONTENT)).isFalse();
            assertThat(mac.fits(made, password, new byte[0])).isFalse();
            byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 1);
            assertThat(mac.fits(made, password, longer)).isFalse();
        }
    }

    @Test
    void anotherAlgorithmIsRefused() {
        MacData sha1 = new MacData(
                new DigestInfo(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE), new byte[20]),
                SALT,
                10);
        assertRefused(sha1, "algorithm");
    }

    @Test
    void saltsAndRoundsOutOfBoundsAreRefusedBeforeAnyWork() {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        DigestInfo tag = new DigestInfo(sha256, new byte[32]);
        assertRefused(new MacData(tag, new byte[0], 10), "algorithm");
        assertRefused(new MacData(tag, new byte[1000], 10), "algorithm");
        assertRefused(new MacData(tag, SALT, PasswordMac.MOST_ROUNDS + 1), "rounds");
    }

    private void assertRefused(MacData hostile, String what) {
        try (Passphrase password = Passphrase.copyOf("secret")) {
            assertThatThrownBy(() -> mac.fits(hostile, password, CONTENT))
                    .isInstanceOfSatisfying(DamagedSecurityFile.class, e -> assertThat(e.arguments())
                            .containsExactly(what));
        }
    }
}
