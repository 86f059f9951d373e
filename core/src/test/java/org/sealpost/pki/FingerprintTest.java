package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private final Fingerprint fingerprint =
            Fingerprint.of(SampleAuthority.create().certificate());

    @Test
    void isConfirmedInAnyGroupingAndCase() {
        String hex = fingerprint.hex();
        for (String typed : new String[] {
            hex,
            hex.toUpperCase(Locale.ROOT),
            fingerprint.grouped(),
            " " + fingerprint.grouped() + "\n",
            hex.replaceAll("(..)(?!$)", "$1:"),
            hex.replaceAll("(.{8})", "$1-")
        }) {
            assertThatCode(() -> fingerprint.confirm(typed)).as(typed).doesNotThrowAnyException();
        }
    }

    @Test
    void isShownInSixteenGroups() {
        assertThat(fingerprint.grouped().split(" ")).hasSize(16).allMatch(group -> group.length() == 4);
    }

    @Test
    void oneWrongDigitAnywhereIsTold() {
        for (int i = 0; i < 64; i++) {
            char wrong = fingerprint.hex().charAt(i) == '0' ? '1' : '0';
            String typed = fingerprint.hex().substring(0, i)
                    + wrong
                    + fingerprint.hex().substring(i + 1);
            assertThatThrownBy(() -> fingerprint.confirm(typed))
                    .isInstanceOfSatisfying(FingerprintNotConfirmed.class, not -> assertThat(not.code())
                            .isEqualTo("fingerprint-differs"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 32, 40, 63})
    void aPartIsNotEnough(int digits) {
        assertThatThrownBy(() -> fingerprint.confirm(fingerprint.hex().substring(0, digits)))
                .isInstanceOfSatisfying(FingerprintNotConfirmed.class, not -> assertThat(not.arguments())
                        .containsExactly(digits, 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "the same", "0x", "\u0660\u0661"})
    void otherTextIsNone(String typed) {
        assertThatThrownBy(() -> fingerprint.confirm(typed)).isInstanceOf(FingerprintNotConfirmed.class);
        assertThatThrownBy(() -> new Fingerprint(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
