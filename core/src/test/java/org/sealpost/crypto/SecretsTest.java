package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @Test
    void closingWipesTheBytesThemselves() {
        byte[] bytes = {1, 2, 3};
        SecretBytes secret = SecretBytes.taking(bytes);
        assertThat(secret.expose()).isSameAs(bytes);
        secret.close();
        secret.close();
        assertThat(bytes).containsOnly(0);
        assertThatThrownBy(secret::expose).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(secret::asAesKey).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingWipesThePasswordItself() {
        char[] chars = "secret".toCharArray();
        Passphrase password = Passphrase.taking(chars);
        password.close();
        assertThat(chars).containsOnly('\0');
        assertThatThrownBy(password::expose).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(password::utf8).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingSecretIsPrinted() {
        assertThat(Passphrase.copyOf("secret")).hasToString("***");
        assertThat(SecretBytes.taking(new byte[] {65})).hasToString("***");
        assertThat(new Hpke.Pair(new byte[65], SecretBytes.taking(new byte[32])))
                .hasToString("***");
    }

    @Test
    void secretsCompareByContentWithoutSpreadingByIt() {
        SecretBytes one = SecretBytes.taking(new byte[] {1});
        assertThat(one).isEqualTo(SecretBytes.taking(new byte[] {1})).isNotEqualTo(SecretBytes.taking(new byte[] {2}));
        assertThat(one).hasSameHashCodeAs(SecretBytes.taking(new byte[] {2}));
        assertThat(one).isNotEqualTo("***");
    }

    @Test
    void randomSecretsHaveTheLengthAskedForAndDiffer() {
        SecureRandom random = new SecureRandom();
        SecretBytes one = SecretBytes.random(32, random);
        assertThat(one.length()).isEqualTo(32);
        assertThat(one).isNotEqualTo(SecretBytes.random(32, random));
        assertThat(one.asAesKey().getAlgorithm()).isEqualTo("AES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Grün 鍵", "🔑 key", "שלום"})
    void passwordsEncodeAsUtf8(String text) {
        try (Passphrase password = Passphrase.copyOf(text);
                SecretBytes utf8 = password.utf8()) {
            assertThat(utf8.expose()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            assertThat(password.length()).isEqualTo(text.length());
        }
    }

    @Test
    void copyOfAPasswordLivesOn() {
        Passphrase password = Passphrase.copyOf("secret");
        Passphrase copy = password.copy();
        password.close();
        assertThat(copy.expose()).containsExactly('s', 'e', 'c', 'r', 'e', 't');
    }

    @Test
    void halfASurrogatePairIsReplacedAndNotFatal() {
        try (SecretBytes utf8 = Passphrase.copyOf("a\ud83d").utf8()) {
            assertThat(utf8.expose()).isEqualTo("a?".getBytes(StandardCharsets.UTF_8));
        }
    }
}
