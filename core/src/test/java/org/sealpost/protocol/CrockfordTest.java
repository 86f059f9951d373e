package org.sealpost.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrockfordTest {
    @ParameterizedTest
    @CsvSource({"0,1,0", "31,1,Z", "32,2,10", "1234,4,0016J", "1023,2,ZZ"})
    void aNumberHasItsSymbols(long value, int symbols, String text) {
        String expected = text.length() > symbols ? text.substring(text.length() - symbols) : text;
        assertThat(Crockford.encode(BigInteger.valueOf(value), symbols)).isEqualTo(expected);
        assertThat(Crockford.decode(expected)).isEqualTo(BigInteger.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "Z,Z", "10,*", "11,~", "12,$", "13,=", "14,U", "15,0"})
    void theCheckSymbolIsTheValueModuloThirtySeven(String symbols, char check) {
        assertThat(Crockford.checkSymbol(symbols)).isEqualTo(check);
    }

    @Test
    void whatIsTypedIsReadGenerously() {
        assertThat(Crockford.normalised(" ab-cO\tiL–1 ")).isEqualTo("ABC0111");
    }

    @Test
    void groupsAreJoinedByHyphens() {
        assertThat(Crockford.grouped("ABCDEFG", 3)).isEqualTo("ABC-DEF-G");
        assertThat(Crockford.grouped("ABC", 3)).isEqualTo("ABC");
        assertThat(Crockford.grouped("", 3)).isEmpty();
    }

    @Test
    void lettersThatAreLeftOutAreNoSymbols() {
        for (char left : "ILOU".toCharArray()) {
            assertThat(Crockford.isSymbol(left)).isFalse();
        }
        assertThat(Crockford.isCheckSymbol('U')).isTrue();
        assertThat(Crockford.isCheckSymbol('I')).isFalse();
    }

    @Test
    void aNumberThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Crockford.encode(BigInteger.valueOf(1024), 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Crockford.encode(BigInteger.valueOf(-1), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
