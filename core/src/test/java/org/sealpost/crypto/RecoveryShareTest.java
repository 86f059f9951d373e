package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryShareTest {
    private final SecretBytes value = SecretBytes.random(32, new SecureRandom());
    private final RecoveryShare share = new RecoveryShare("7KQ-3FD", 30, 16, value);

    @Test
    void whatIsOnPaperReadsBack() {
        RecoveryShare read = RecoveryShare.parse(share.text());
        assertThat(read.set()).isEqualTo("7KQ-3FD");
        assertThat(read.number()).isEqualTo(30);
        assertThat(read.needed()).isEqualTo(16);
        assertThat(read.value()).isEqualTo(value);
        assertThat(read.digest()).isEqualTo(share.digest());
    }

    @Test
    void thePaperHasThreeLinesOfGroupsEachWithItsCheckSymbol() {
        assertThat(share.text().split("\n"))
                .hasSize(3)
                .allMatch(line -> line.matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z*~$=U]"));
    }

    @Test
    void lowerCaseSpacesAndLettersThatLookLikeDigitsAreAccepted() {
        String typed = share.text()
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(RecoveryShare.parse("  " + typed).digest()).isEqualTo(share.digest());
    }

    @Test
    void everySingleWrongSymbolIsToldByItsLine() {
        String text = share.text().replaceAll("[-\n]", "");
        IntStream.range(0, text.length()).forEach(i -> {
            char other = text.charAt(i) == '7' ? '8' : '7';
            String slip = text.substring(0, i) + other + text.substring(i + 1);
            assertMistyped(() -> RecoveryShare.parse(slip), "share-check", i / 21 + 1);
        });
    }

    @Test
    void twoNeighboursSwappedAreToldByTheirLine() {
        String text = share.text().replaceAll("[-\n]", "");
        IntStream.range(0, 19).filter(i -> text.charAt(i) != text.charAt(i + 1)).forEach(i -> {
            String swapped = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
            assertMistyped(() -> RecoveryShare.parse(swapped), "share-check", 1);
        });
    }

    @Test
    void aCharacterThatSharesDoNotHaveIsToldByItsPlace() {
        String text = share.text().replaceAll("[-\n]", "");
        String strange = text.substring(0, 24) + '?' + text.substring(25);
        assertMistyped(() -> RecoveryShare.parse(strange), "share-symbol", 2, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDE", "  - "})
    void aTextOfAnotherLengthIsNoShare(String text) {
        assertMistyped(
                () -> RecoveryShare.parse(text),
                "share-length",
                63,
                text.replaceAll("[- ]", "").length());
    }

    @Test
    void endlessTextIsRefusedUnread() {
        assertMistyped(() -> RecoveryShare.parse("0".repeat(1_000_000)), "share-length", 63, 0);
    }

    @Test
    void aTextOfAnotherVersionIsNoShare() {
        String zeros = "0".repeat(21);
        assertMistyped(() -> RecoveryShare.parse(zeros + zeros + zeros), "share-unknown");
    }

    @Test
    void neverShowsItselfAndIsWipedWhenClosed() {
        assertThat(share).hasToString("7KQ-3FD share 30");
        share.close();
        assertThatThrownBy(share::text).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFingerprintNamesAPublicKeyInSixSymbols() {
        String one = KeyFingerprint.of(new byte[] {1});
        assertThat(one)
                .matches("[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}")
                .isNotEqualTo(KeyFingerprint.of(new byte[0]));
        assertThat(KeyFingerprint.text(KeyFingerprint.number(one))).isEqualTo(one);
        // SHA-256 of nothing begins e3 b0 c4 42
        assertThat(KeyFingerprint.of(new byte[0])).isEqualTo("WER-C8G");
    }

    private static void assertMistyped(ThrowingCallable call, String code, Object... arguments) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MistypedShare.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.arguments()).containsExactly(arguments);
        });
    }
}
