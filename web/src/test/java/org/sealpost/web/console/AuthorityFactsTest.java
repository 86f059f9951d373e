package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorityFactsTest {

    @Test
    void aFingerprintIsShownInPairsForReadingOut() {
        assertThat(AuthorityFacts.inPairs("8e0704")).isEqualTo("8E:07:04");
        assertThat(AuthorityFacts.inPairs("8e")).isEqualTo("8E");
    }
}
