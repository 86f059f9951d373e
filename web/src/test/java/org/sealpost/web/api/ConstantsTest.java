package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.model.TrustState;

/** What is no name is refused by the server's own class for that: {@code ContractIT} shows it. */
class ConstantsTest {
    @ParameterizedTest
    @ValueSource(strings = {"TRUSTED", "trusted", "Trusted"})
    void capitalsDoNotMatter(String name) {
        assertThat(Constants.named(TrustState.class, name)).isEqualTo(TrustState.TRUSTED);
        assertThat(Constants.ifNamed(TrustState.class, name)).contains(TrustState.TRUSTED);
    }

    @Test
    void noneNeedBeNamed() {
        assertThat(Constants.ifNamed(TrustState.class, null)).isEmpty();
    }
}
