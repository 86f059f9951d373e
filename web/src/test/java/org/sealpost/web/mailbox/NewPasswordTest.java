package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;

class NewPasswordTest {

    @ParameterizedTest
    @CsvSource({
        "short1, setup.password.short",
        "eleven char, setup.password.short",
        "aaaaaaaaaaaaaaaaaaaa, setup.password.uniform",
        "abcdeabcdeabcdeabcde, setup.password.uniform",
        "my name is alice and so on, setup.password.name",
        "MyNameIsALICEandSoOn, setup.password.name",
    })
    void weakPasswordsAreRefusedWithTheReason(String typed, String key) {
        assertThat(objection(typed)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "four common English words", "пароль из шести слов", "日本語のパスワードは長いです"})
    void sentencesAreTakenInEveryScript(String typed) {
        assertThat(objection(typed)).isEmpty();
    }

    @Test
    void boundsAreExact() {
        assertThat(objection("abcdefghijk")).isEqualTo("setup.password.short");
        assertThat(objection("abcdefghijkl")).isEmpty();
        assertThat(objection("abcdef".repeat(42) + "abcd")).isEmpty();
        assertThat(objection("abcdef".repeat(42) + "abcde")).isEqualTo("setup.password.long");
        assertThat(objection("abcdeabcdeab")).isEqualTo("setup.password.uniform");
        assertThat(objection("abcdefabcdef")).isEmpty();
    }

    @Test
    void anEmptyFieldIsAskedFor() {
        assertThat(NewPassword.objection(null, "alice")).get().satisfies(o -> assertThat(o.key())
                .isEqualTo("setup.password.missing"));
    }

    @Test
    void whoeverHasNoLoginNameHasNothingToAvoid() {
        assertThat(NewPassword.objection(Passphrase.copyOf("nothing to avoid"), ""))
                .isEmpty();
    }

    @Test
    void bothFieldsMustHoldTheSame() {
        Passphrase one = Passphrase.copyOf("four common English words");
        assertThat(NewPassword.same(one, Passphrase.copyOf("four common English words")))
                .isTrue();
        assertThat(NewPassword.same(one, Passphrase.copyOf("four common English word")))
                .isFalse();
        assertThat(NewPassword.same(one, null)).isFalse();
    }

    private static String objection(String typed) {
        return NewPassword.objection(Passphrase.copyOf(typed), "alice")
                .map(NewPassword.Objection::key)
                .orElse("");
    }
}
