package org.sealpost.web.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {
    @ParameterizedTest
    @CsvSource({
        "Bearer abc, abc",
        "bearer abc, abc",
        "BEARER   abc, abc",
        "Bearer aZ09-._~+/==, aZ09-._~+/==",
        "Bearer eyJh.eyJz.c2ln, eyJh.eyJz.c2ln"
    })
    void aTokenIsRead(String header, String token) {
        assertThat(BearerHeader.isOne(header)).isTrue();
        assertThat(BearerHeader.token(header)).contains(token);
    }

    /** They are of the scheme, so that no other login beside them counts, and they are worth nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer\tabc",
                " Bearer abc",
                "Bearer abc def",
                "Bearer abc, Basic YWxpY2U6YWxpY2U=",
                "Bearer a=b",
                "Bearer =",
                "Bearer abc&token=def",
                "Bearer \u00e4bc",
                "Bearer token=\"abc\""
            })
    void whatNobodyCanHaveIssuedIsNone(String header) {
        assertThat(BearerHeader.isOne(header)).isTrue();
        assertThat(BearerHeader.token(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YWxpY2U6YWxpY2U=", "Bear er", "Bearers abc", "DPoP abc", "Bearer=abc"})
    void otherSchemesAreLeftToOthers(String header) {
        assertThat(BearerHeader.isOne(header)).isFalse();
        assertThat(BearerHeader.token(header)).isEmpty();
    }

    @Test
    void aTokenOfAnyLengthIsReadInBounds() {
        assertThat(BearerHeader.token("Bearer " + "a".repeat(16_000))).isPresent();
        assertThat(BearerHeader.token("Bearer " + "a".repeat(17_000))).isEmpty();
        assertThat(BearerHeader.token("Bearer " + "=".repeat(16_000))).isEmpty();
    }
}
