package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.settings.BearerConfiguration.Expected;
import org.sealpost.settings.BearerConfiguration.Provider;

class BearerConfigurationTest {
    private final Map<String, String> given = new HashMap<>(Map.of(
            "sealpost.bearer.introspection.url", "https://id.example/introspect",
            "sealpost.bearer.issuer", "https://id.example",
            "sealpost.bearer.client", "sealpost",
            "sealpost.bearer.client.secret.file", "secret"));

    @Test
    void nobodysTokensAreTakenUnlessItIsSaidWhereToAsk() {
        given.remove("sealpost.bearer.introspection.url");
        assertThat(BearerConfiguration.from(given::get).provider()).isEmpty();
        given.put("sealpost.bearer.introspection.url", " ");
        assertThat(BearerConfiguration.from(given::get).provider()).isEmpty();
    }

    @Test
    void whatIsGivenCounts() {
        assertThat(BearerConfiguration.from(given::get).provider())
                .contains(new Provider(
                        URI.create("https://id.example/introspect"),
                        "sealpost",
                        Path.of("secret"),
                        Optional.empty(),
                        new Expected("https://id.example", "sealpost", "preferred_username")));
        given.put("sealpost.bearer.audience", "https://sealpost.example");
        given.put("sealpost.bearer.claim", "uid");
        given.put("sealpost.bearer.trust.file", "authority.pem");
        Provider more = BearerConfiguration.from(given::get).provider().orElseThrow();
        assertThat(more.expected()).isEqualTo(new Expected("https://id.example", "https://sealpost.example", "uid"));
        assertThat(more.trusted()).contains(Path.of("authority.pem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "client", "client.secret.file"})
    void halfAConfigurationIsNone(String missing) {
        given.remove("sealpost.bearer." + missing);
        assertThatThrownBy(() -> BearerConfiguration.from(given::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sealpost.bearer." + missing + ": is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example/introspect",
                "http://localhost.example/introspect",
                "http://127.0.0.1.example/introspect",
                "http://127.0.0.1@id.example/introspect",
                "ftp://localhost/introspect",
                "/introspect"
            })
    void theSecretNeverTravelsInClear(String address) {
        given.put("sealpost.bearer.introspection.url", address);
        assertThatThrownBy(() -> BearerConfiguration.from(given::get)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/i", "http://127.0.0.1/i", "http://[::1]:8080/i"})
    void unlessItStaysOnThisMachine(String address) {
        given.put("sealpost.bearer.introspection.url", address);
        assertThat(BearerConfiguration.from(given::get).provider()).isPresent();
    }
}
