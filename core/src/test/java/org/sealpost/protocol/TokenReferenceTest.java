package org.sealpost.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReferenceTest {
    private final TokenCode token = TokenCode.generate(new SecureRandom());

    @Test
    void isTheFirstTwoGroups() {
        assertThat(token.text()).startsWith(token.reference().text() + "-");
        assertThat(token.reference().text()).hasSize(11);
    }

    @Test
    void isReadFromItselfAndFromTheWholeToken() {
        assertThat(TokenReference.read(token.reference().text())).contains(token.reference());
        assertThat(TokenReference.read(token.text().toLowerCase(Locale.ROOT))).contains(token.reference());
    }

    @Test
    void letterAndDigitAreTakenForEachOther() {
        assertThat(TokenReference.read("ooooo-lllll")).contains(new TokenReference("0000011111"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K3QF", "alice@corp.example", "7K3QF-0M2Z*", "UUUUU-UUUUU"})
    void anythingElseIsNone(String typed) {
        assertThat(TokenReference.read(typed)).isEmpty();
    }

    @Test
    void isFoundByAnotherHashThanTheToken() {
        assertThat(token.reference().hash()).hasSize(32).isNotEqualTo(token.hash());
        assertThat(TokenReference.read("x".repeat(300))).isEmpty();
    }

    @Test
    void aTokenIsSpelledWithAndWithoutHyphens() {
        assertThat(token.spellings()).containsExactly(token.text(), token.text().replace("-", ""));
        assertThat(token.spellings()).allMatch(text -> TokenCode.parse(text).equals(token));
    }
}
