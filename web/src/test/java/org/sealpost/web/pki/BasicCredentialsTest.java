package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.certification.EstLogin;

class BasicCredentialsTest {
    @Test
    void nameEndsAtTheFirstColon() {
        try (EstLogin login = BasicCredentials.of(header("jürgen@corp.example:a:b"))) {
            assertThat(login.name()).isEqualTo("jürgen@corp.example");
            assertThat(new String(login.password().expose())).isEqualTo("a:b");
            assertThat(login.toString()).doesNotContain("a:b");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ???", "Bearer YTpi", "Basic YWxpY2U="})
    void anythingElseIsNobody(String header) {
        try (EstLogin login = BasicCredentials.of(header)) {
            assertThat(login.name()).isEmpty();
            assertThat(login.password().length()).isZero();
        }
    }

    @Test
    void isBounded() {
        try (EstLogin login = BasicCredentials.of(header("a:" + "b".repeat(2_000)))) {
            assertThat(login.name()).isEmpty();
        }
    }

    private static String header(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
