package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void aPageKnowsWhetherMoreFollows() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, key -> key))
                .isEqualTo(new Page<>(List.of("a", "b"), Optional.of("b")));
        assertThat(Page.of(List.of("a", "b"), 2, key -> key))
                .isEqualTo(new Page<>(List.of("a", "b"), Optional.empty()));
        assertThat(Page.of(List.<String>of(), 2, key -> key).rows()).isEmpty();
        assertThat(Page.of(List.of("a", "bb"), 1, key -> key).map(String::length))
                .isEqualTo(new Page<>(List.of(1), Optional.of("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0a", "A1", "-1", "g", "12345678901234567890123456789012345678901"})
    void aSerialNumberHasOneForm(String text) {
        assertThatThrownBy(() -> new Serial(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSerialNumberGoesThereAndBack() {
        BigInteger number = BigInteger.ONE.shiftLeft(159);
        assertThat(Serial.of(number).number()).isEqualTo(number);
        assertThat(Serial.of(number)).hasToString(number.toString(16));
    }

    @Test
    void aMailboxIdIsNeitherBlankNorEndless() {
        assertThatThrownBy(() -> new MailboxId(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailboxId("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new MailboxId("x".repeat(64))).hasToString("x".repeat(64));
    }

    @Test
    void aTokenExpiresAfterItWasIssuedAndKeepsItsOwnHash() {
        Instant now = Instant.parse("2026-11-24T08:00:00Z");
        assertThatThrownBy(() -> new TokenTerms(new byte[32], "ada", now, now))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] hash = new byte[32];
        TokenTerms terms = new TokenTerms(hash, "ada", now, now.plusSeconds(1));
        hash[0] = 1;
        terms.hash()[1] = 1;
        assertThat(terms.hash()).containsOnly(0);
    }
}
