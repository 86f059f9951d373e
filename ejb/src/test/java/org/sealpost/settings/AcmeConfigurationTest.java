package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.protocol.BadInput;
import org.sealpost.settings.AcmeConfiguration.Account;
import org.sealpost.settings.AcmeConfiguration.MailServer;
import org.sealpost.settings.AcmeConfiguration.Service;

class AcmeConfigurationTest {
    private final Map<String, String> given = new HashMap<>(Map.of(
            "sealpost.acme", "on",
            "sealpost.acme.domains", "partner.example, .friends.example",
            "sealpost.acme.from", "acme@corp.example",
            "sealpost.acme.smtp.url", "smtps://mail.corp.example",
            "sealpost.acme.imap.url", "imaps://mail.corp.example:1993",
            "sealpost.acme.user", "acme",
            "sealpost.acme.password.file", "password"));

    private Service service() {
        return AcmeConfiguration.from(given::get).service().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "", "true", "ON"})
    void nobodyOutsideHasCertificatesUnlessItIsSaid(String value) {
        given.put("sealpost.acme", value);
        AcmeConfiguration configuration = AcmeConfiguration.from(given::get);
        assertThat(configuration.service()).isEmpty();
        assertThat(configuration.allows("ann@partner.example")).isFalse();
    }

    @Test
    void whatIsGivenCounts() {
        assertThat(service().from().spec()).isEqualTo("acme@corp.example");
        assertThat(service().sending()).isEqualTo(new MailServer("smtps", "mail.corp.example", 0));
        assertThat(service().reading()).isEqualTo(new MailServer("imaps", "mail.corp.example", 1993));
        assertThat(service().account()).isEqualTo(new Account("acme", Path.of("password")));
        assertThat(service().trusted()).isEmpty();
        assertThat(service().resolver()).isEmpty();
        given.put("sealpost.acme.trust.file", "mail.pem");
        given.put("sealpost.acme.dns.url", "dns://192.0.2.1:5353");
        assertThat(service().trusted()).contains(Path.of("mail.pem"));
        assertThat(service().resolver()).contains(new MailServer("dns", "192.0.2.1", 5353));
    }

    @ParameterizedTest
    @CsvSource({
        "ann@partner.example, true",
        "ann@PARTNER.example, true",
        "ann@sub.partner.example, false",
        "ann@sub.friends.example, true",
        "ann@friends.example, false",
        "ann@partner.example.org, false",
        "ann@corp.example, false",
        "partner.example, false"
    })
    void onlyTheDomainsThatAreNamed(String address, boolean allowed) {
        assertThat(AcmeConfiguration.from(given::get).allows(address)).isEqualTo(allowed);
    }

    @Test
    void withoutDomainsItIsNobodys() {
        given.remove("sealpost.acme.domains");
        assertThat(service().allows("ann@partner.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "smtp.url", "imap.url", "user", "password.file"})
    void halfAConfigurationIsNone(String missing) {
        given.remove("sealpost.acme." + missing);
        assertThatThrownBy(() -> AcmeConfiguration.from(given::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sealpost.acme." + missing + ": is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.url, http://mail.example",
        "smtp.url, mail.example",
        "imap.url, imap://mail.example",
        "imap.url, imap://localhost.example",
        "imap.url, smtps://mail.example",
        "dns.url, https://1.1.1.1"
    })
    void passwordsNeverTravelInClear(String name, String url) {
        given.put("sealpost.acme." + name, url);
        assertThatThrownBy(() -> AcmeConfiguration.from(given::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sealpost.acme." + name);
    }

    @ParameterizedTest
    @CsvSource({
        "smtps://mail.example, true, false",
        "smtp://mail.example, false, true",
        "smtp://localhost, false, false"
    })
    void tlsComesFirstOrRightAfter(String url, boolean tls, boolean startTls) {
        given.put("sealpost.acme.smtp.url", url);
        assertThat(service().sending().tls()).isEqualTo(tls);
        assertThat(service().sending().startTls()).isEqualTo(startTls);
    }

    @Test
    void wrongDomainsAndAddressesAreSaidSo() {
        given.put("sealpost.acme.domains", "not a domain!");
        assertThatThrownBy(this::service).isInstanceOf(BadInput.class);
        given.put("sealpost.acme.domains", "partner.example");
        given.put("sealpost.acme.from", "acme");
        assertThatThrownBy(this::service).isInstanceOf(BadInput.class);
    }
}
