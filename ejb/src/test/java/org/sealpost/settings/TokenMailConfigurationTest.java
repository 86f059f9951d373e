package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenMailConfigurationTest {
    @Test
    void tokensStayOutOfTheMailUnlessSomebodyAllowsIt() {
        assertThat(TokenMailConfiguration.from(name -> null).allowed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "'', false", "yes, false", "1, false"})
    void onlyAPlainYesCounts(String value, boolean allowed) {
        assertThat(TokenMailConfiguration.from(Map.of("sealpost.tokens.by.mail", value)::get)
                        .allowed())
                .isEqualTo(allowed);
    }
}
