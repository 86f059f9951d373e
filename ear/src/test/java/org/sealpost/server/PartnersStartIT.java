package org.sealpost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher says of half a configuration for partners; the server itself does not start for it. */
class PartnersStartIT {
    private static String check(Map<String, String> environment) {
        String launcher = Command.server().resolve("bin/sealpost-server").toString();
        return Command.run(environment, List.of(launcher, "--check")).output();
    }

    @Test
    void nothingIsMissingWhereItIsOff() {
        assertThat(check(Map.of())).contains("setting(s) missing").doesNotContain("SEALPOST_ACME");
        assertThat(check(Map.of("SEALPOST_ACME", "off"))).doesNotContain("SEALPOST_ACME");
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        assertThat(check(Map.of("SEALPOST_ACME", "on")))
                .contains(
                        "  SEALPOST_ACME_DOMAINS: ",
                        "  SEALPOST_ACME_FROM: ",
                        "  SEALPOST_ACME_SMTP_URL: ",
                        "  SEALPOST_ACME_IMAP_URL: ",
                        "  SEALPOST_ACME_USER: ",
                        "  SEALPOST_ACME_PASSWORD_FILE: ")
                .doesNotContain("SEALPOST_ACME_TRUST_FILE", "SEALPOST_ACME_DNS_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "SEALPOST_ACME, yes, must be on",
        "SEALPOST_ACME_SMTP_URL, https://m.example, must start with smtps://",
        "SEALPOST_ACME_IMAP_URL, imap://m.example, must start with imaps://",
        "SEALPOST_ACME_DNS_URL, 192.0.2.1, must start with dns://",
        "SEALPOST_ACME_PASSWORD_FILE, /nowhere/at/all, 'the file /nowhere/at/all is missing'",
        "SEALPOST_ACME_TRUST_FILE, /nowhere/at/all, 'the file /nowhere/at/all is missing'"
    })
    void whatIsWrongIsNamed(String name, String value, String says) {
        Map<String, String> environment = new HashMap<>(Map.of("SEALPOST_ACME", "on"));
        environment.put(name, value);
        assertThat(check(environment)).contains("  " + name + ": " + says);
    }
}
