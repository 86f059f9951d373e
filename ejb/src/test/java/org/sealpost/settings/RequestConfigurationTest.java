package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestConfigurationTest {
    @Test
    void withoutSettingsOneServerOfTwoCoresIsMeant() {
        assertThat(RequestConfiguration.from(Map.<String, String>of()::get))
                .isEqualTo(new RequestConfiguration(8, 12_000));
    }

    @Test
    void whatIsGivenCounts() {
        assertThat(RequestConfiguration.from(Map.of("sealpost.requests", " 32", "sealpost.api.rate", "0")::get))
                .isEqualTo(new RequestConfiguration(32, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1200, sealpost.requests",
        "1001, 1200, sealpost.requests",
        "8, -1, sealpost.api.rate",
        "8, 1000001, sealpost.api.rate"
    })
    void whatIsOutOfRangeIsNamed(String requests, String rate, String named) {
        Map<String, String> given = Map.of("sealpost.requests", requests, "sealpost.api.rate", rate);
        assertThatThrownBy(() -> RequestConfiguration.from(given::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
