package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyWrapTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] SECRET =
            "the authority's private key".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private final SecretKey kek = SecretBytes.random(32, RANDOM).asAesKey();

    static Stream<KeyWrap> wraps() {
        return Stream.of(new KeyWrap(Providers.best(), RANDOM), new KeyWrap(Providers.portable(), RANDOM));
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void unwrapsWhatItWrapped(KeyWrap wrap) {
        byte[] wrapped = wrap.wrap(kek, SECRET, "ca-key", "1");
        assertThat(wrapped).hasSize(1 + 12 + SECRET.length + 16).startsWith(1);
        try (SecretBytes secret = wrap.unwrap(kek, wrapped, "ca-key", "1")) {
            assertThat(secret.expose()).isEqualTo(SECRET);
        }
    }

    @Test
    void bothProvidersReadEachOthersValues() {
        byte[] wrapped = new KeyWrap(Providers.best(), RANDOM).wrap(kek, SECRET, "ca-key", "1");
        assertThat(new KeyWrap(Providers.portable(), RANDOM)
                        .unwrap(kek, wrapped, "ca-key", "1")
                        .expose())
                .isEqualTo(SECRET);
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void valueMovedToAnotherPlaceDoesNotOpen(KeyWrap wrap) {
        byte[] wrapped = wrap.wrap(kek, SECRET, "ca-key", "1");
        assertRefused(wrap, kek, wrapped, "ca-key", "2");
        assertRefused(wrap, kek, wrapped, "spool-key", "1");
        assertRefused(wrap, SecretBytes.random(32, RANDOM).asAesKey(), wrapped, "ca-key", "1");
    }

    @Test
    void purposeAndIdCannotTradeLetters() {
        KeyWrap wrap = new KeyWrap(Providers.best(), RANDOM);
        assertRefused(wrap, kek, wrap.wrap(kek, SECRET, "escrow 1", "2"), "escrow", "1 2");
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void everyAlteredByteIsNoticed(KeyWrap wrap) {
        byte[] wrapped = wrap.wrap(kek, SECRET, "ca-key", "1");
        for (int i = 0; i < wrapped.length; i++) {
            byte[] altered = wrapped.clone();
            altered[i] ^= 1;
            assertRefused(wrap, kek, altered, "ca-key", "1");
        }
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void truncatedValuesAreRefused(KeyWrap wrap) {
        byte[] wrapped = wrap.wrap(kek, SECRET, "ca-key", "1");
        for (int length = 0; length < wrapped.length; length++) {
            assertRefused(wrap, kek, Arrays.copyOf(wrapped, length), "ca-key", "1");
        }
    }

    @Test
    void noTwoWrappedValuesAreAlike() {
        KeyWrap wrap = new KeyWrap(Providers.best(), RANDOM);
        assertThat(wrap.wrap(kek, SECRET, "ca-key", "1")).isNotEqualTo(wrap.wrap(kek, SECRET, "ca-key", "1"));
    }

    private static void assertRefused(KeyWrap wrap, SecretKey key, byte[] wrapped, String purpose, String id) {
        assertThatThrownBy(() -> wrap.unwrap(key, wrapped, purpose, id))
                .isInstanceOf(UnwrapFailed.class)
                .hasMessageNotContaining("authority");
    }
}
