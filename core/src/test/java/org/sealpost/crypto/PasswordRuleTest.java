package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.PasswordRule.Objection;

class PasswordRuleTest {

    @ParameterizedTest
    @CsvSource({
        "short1, SHORT",
        "eleven char, SHORT",
        "aaaaaaaaaaaaaaaaaaaa, UNIFORM",
        "abcdeabcdeab, UNIFORM",
        "my name is alice and so on, NAME",
        "MyNameIsALICEandSoOn, NAME"
    })
    void weakPasswordsAreRefusedWithTheReason(String typed, Objection objection) {
        assertThat(PasswordRule.objection(Passphrase.copyOf(typed), "alice")).contains(objection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "four common English words", "日本語のパスワードは長いです"})
    void sentencesAreTakenInEveryScript(String typed) {
        assertThat(PasswordRule.objection(Passphrase.copyOf(typed), "alice")).isEmpty();
    }

    @Test
    void boundsAreExact() {
        assertThat(objections("abcdefghijk", "abcdefghijkl")).isEqualTo("[SHORT][]");
        assertThat(objections("abcdef".repeat(42) + "abcd", "abcdef".repeat(42) + "abcde"))
                .isEqualTo("[][LONG]");
    }

    private static String objections(String... passwords) {
        StringBuilder all = new StringBuilder();
        for (String one : passwords) {
            all.append(
                    PasswordRule.objection(Passphrase.copyOf(one), "").stream().toList());
        }
        return all.toString();
    }
}
