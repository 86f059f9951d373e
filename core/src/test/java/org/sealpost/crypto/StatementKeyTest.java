package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementKeyTest {
    private static final byte[] STATEMENT = "sealpost audit checkpoint 1 7".getBytes(StandardCharsets.UTF_8);
    private static final String SPKI = "302a300506032b6570032100";

    /** RFC 8032 section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAsTheStandardSays(String seed, String publicKey, String message, String signature) {
        HexFormat hex = HexFormat.of();
        try (StatementKey key = StatementKey.ofSeed(SecretBytes.taking(hex.parseHex(seed)))) {
            assertThat(key.publicKey()).isEqualTo(hex.parseHex(SPKI + publicKey));
            assertThat(key.sign(hex.parseHex(message))).isEqualTo(hex.parseHex(signature));
            assertThat(StatementKey.verify(key.publicKey(), hex.parseHex(message), hex.parseHex(signature)))
                    .isTrue();
        }
    }

    @Test
    void thePlatformVerifiesIt() throws Exception {
        try (SecretBytes secret = SecretBytes.random(32, new SecureRandom());
                StatementKey key = StatementKey.derive(secret, "a")) {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.publicKey())));
            verifier.update(STATEMENT);
            assertThat(verifier.verify(key.sign(STATEMENT))).isTrue();
        }
    }

    @Test
    void theSameSecretAndPurposeGiveTheSameKeyAndNothingElseDoes() {
        try (SecretBytes secret = SecretBytes.taking(new byte[32]);
                SecretBytes other = SecretBytes.taking(HexFormat.of().parseHex("01".repeat(32)));
                StatementKey first = StatementKey.derive(secret, "a");
                StatementKey again = StatementKey.derive(secret, "a");
                StatementKey purpose = StatementKey.derive(secret, "b");
                StatementKey stranger = StatementKey.derive(other, "a")) {
            assertThat(again.publicKey()).isEqualTo(first.publicKey());
            assertThat(purpose.publicKey()).isNotEqualTo(first.publicKey());
            assertThat(stranger.publicKey()).isNotEqualTo(first.publicKey());
        }
    }

    @Test
    void whatWasChangedOrIsNoKeyVerifiesNothing() {
        try (StatementKey key = StatementKey.ofSeed(SecretBytes.random(32, new SecureRandom()))) {
            byte[] signature = key.sign(STATEMENT);
            byte[] changed = signature.clone();
            changed[3] ^= 1;
            assertThat(StatementKey.verify(key.publicKey(), STATEMENT, changed)).isFalse();
            assertThat(StatementKey.verify(key.publicKey(), new byte[0], signature))
                    .isFalse();
            assertThat(StatementKey.verify(new byte[] {0x30, 1}, STATEMENT, signature))
                    .isFalse();
            assertThat(StatementKey.verify(new byte[0], STATEMENT, signature)).isFalse();
            assertThat(StatementKey.verify(key.publicKey(), STATEMENT, new byte[5]))
                    .isFalse();
        }
    }

    @Test
    void itSaysNothingOfItselfAndIsGoneWhenClosed() {
        StatementKey key = StatementKey.ofSeed(SecretBytes.random(32, new SecureRandom()));
        assertThat(key).hasToString("StatementKey");
        key.close();
        assertThatThrownBy(() -> key.sign(STATEMENT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StatementKey.ofSeed(SecretBytes.taking(new byte[31])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
