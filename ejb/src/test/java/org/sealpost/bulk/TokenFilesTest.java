package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;

class TokenFilesTest {
    private static final TestClock CLOCK = new TestClock();

    @Test
    void aNameThatLooksLikeAPlaceStaysAName() {
        try (Assembly assembly = KeyManagers.assembly(CLOCK, "ada")) {
            assertThat(assembly.get(TokenLetters.class).fill("Dear %NAME%", named("%TOKEN% $1")))
                    .isEqualTo("Dear %TOKEN% $1");
        }
    }

    @Test
    void theListIsATableThatNoSpreadsheetTakesForFormulas() {
        assertThat(new String(TokenList.write(List.of(named("=1+1, Ltd"))), StandardCharsets.UTF_8))
                .contains("address,name,token,expires")
                .contains("x@corp.example,\"'=1+1, Ltd\",SECRET,");
    }

    @Test
    void noTokenIsInALog() {
        assertThat(named("Ada")).asString().doesNotContain("SECRET");
    }

    private static TokenToTake named(String name) {
        return new TokenToTake("x@corp.example", name, "SECRET", CLOCK.instant());
    }
}
