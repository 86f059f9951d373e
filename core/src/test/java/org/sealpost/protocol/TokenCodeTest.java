package org.sealpost.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @CsvFileSource(resources = "tokens.csv")
    void checkSymbolAndHashAreThoseComputedElsewhere(String symbols, String text, String hash) {
        TokenCode token = TokenCode.parse(text);
        assertThat(token.text()).isEqualTo(text);
        assertThat(token.text().replace("-", "")).startsWith(symbols);
        assertThat(HexFormat.of().formatHex(token.hash())).isEqualTo(hash);
    }

    @Test
    void tokensAreFiveGroupsOfFiveAndACheckSymbol() {
        for (int i = 0; i < 200; i++) {
            String text = TokenCode.generate(RANDOM).text();
            assertThat(text).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z*~$=U]");
            assertThat(TokenCode.parse(text).text()).isEqualTo(text);
        }
    }

    @Test
    void tokensHaveAtLeastAHundredBitsAndDoNotRepeat() {
        assertThat(TokenCode.BITS).isGreaterThanOrEqualTo(100);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(TokenCode.generate(RANDOM).text());
        }
        assertThat(seen).hasSize(10_000);
    }

    @Test
    void everySymbolOccursInEveryPlace() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String symbols = TokenCode.generate(RANDOM).text().replace("-", "");
            for (int place = 0; place < 25; place++) {
                seen.add(place + ":" + symbols.charAt(place));
            }
        }
        assertThat(seen).hasSize(25 * 32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000-11111-22222-33333-4444H-%s",
                "00000 11111 22222 33333 4444h %s",
                "0000011111222223333344 44H%s",
                " oOoO0-iIlL1-22222-33333-4444h-%s\n",
                "00000–11111—22222‐33333‑4444H-%s"
            })
    void whatPeopleTypeIsUnderstood(String typed) {
        String right = withCheck("000001111122222333334444H");
        TokenCode token = TokenCode.parse(String.format(Locale.ROOT, typed, right.substring(25)));
        assertThat(token.text().replace("-", "")).isEqualTo(right);
    }

    /** Finds the check symbol by trying: there is exactly one that fits. */
    private static String withCheck(String symbols) {
        return (ALPHABET + "*~$=U")
                .chars()
                .mapToObj(check -> symbols + (char) check)
                .filter(text -> {
                    try {
                        return TokenCode.parse(text) != null;
                    } catch (MistypedToken e) {
                        return false;
                    }
                })
                .reduce((one, two) -> {
                    throw new AssertionError("two check symbols fit: " + one + " " + two);
                })
                .orElseThrow();
    }

    @Test
    void everySingleSlipIsNoticed() {
        String right = TokenCode.generate(RANDOM).text().replace("-", "");
        for (int place = 0; place < right.length(); place++) {
            for (char symbol : (ALPHABET + "*~$=U").toCharArray()) {
                if (symbol != right.charAt(place)) {
                    String slip = right.substring(0, place) + symbol + right.substring(place + 1);
                    assertThatThrownBy(() -> TokenCode.parse(slip)).isInstanceOf(MistypedToken.class);
                }
            }
        }
    }

    @Test
    void everySwapOfNeighboursIsNoticed() {
        for (int i = 0; i < 50; i++) {
            String right = TokenCode.generate(RANDOM).text().replace("-", "");
            for (int place = 0; place < 24; place++) {
                if (right.charAt(place) != right.charAt(place + 1)) {
                    String swapped = right.substring(0, place)
                            + right.charAt(place + 1)
                            + right.charAt(place)
                            + right.substring(place + 2);
                    assertThatThrownBy(() -> TokenCode.parse(swapped))
                            .isInstanceOfSatisfying(MistypedToken.class, e -> assertThat(e.code())
                                    .isEqualTo("token-check"));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', token-length",
        "ABC, token-length",
        "00000-00000-00000-00000-00000, token-length",
        "00000-00000-00000-00000-00000-00, token-length",
        "00000-00000-00000-00000-0000!-0, token-symbol",
        "00000-00000-00000-00000-0000U-0, token-symbol",
        "00000-00000-00000-00000-00000-1, token-check"
    })
    void slipsAreToldApart(String typed, String code) {
        assertThatThrownBy(() -> TokenCode.parse(typed))
                .isInstanceOfSatisfying(
                        MistypedToken.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aBookInsteadOfATokenIsRefusedAtOnce() {
        assertThatThrownBy(() -> TokenCode.parse("0".repeat(10_000_000))).isInstanceOf(MistypedToken.class);
    }

    @Test
    void refusalDoesNotRepeatWhatWasTyped() {
        assertThatThrownBy(() -> TokenCode.parse("00000-00000-00000-00000-00000-1"))
                .hasMessageNotContaining("00000");
    }

    @Test
    void tokensCompareByContentAndAreNeverPrinted() {
        TokenCode token = TokenCode.generate(RANDOM);
        assertThat(TokenCode.parse(token.text())).isEqualTo(token).hasSameHashCodeAs(token);
        assertThat(TokenCode.generate(RANDOM)).isNotEqualTo(token);
        assertThat(token).hasToString("***");
        assertThat(new EnrolmentRequest("alice@corp.example", token.text(), new byte[0], new byte[0]).toString())
                .doesNotContain(token.text())
                .contains("alice@corp.example");
    }

    @Test
    void seedBelongsToTheTokenAndIsNotItsHash() {
        TokenCode code = TokenCode.generate(new SecureRandom());
        assertThat(code.seed())
                .hasSize(32)
                .isEqualTo(TokenCode.parse(code.text()).seed())
                .isNotEqualTo(code.hash())
                .isNotEqualTo(TokenCode.generate(new SecureRandom()).seed());
    }
}
