package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5280 section 4.2.1.10: a domain stands for itself, with a dot in front for everything below it. */
class MailDomainsTest {
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "partner.example, ann@partner.example, true",
        "partner.example, ann@PARTNER.Example, true",
        "PARTNER.example, ann@partner.example, true",
        "partner.example, ann@mail.partner.example, false",
        "partner.example, ann@evilpartner.example, false",
        "partner.example, ann@partner.example.evil.example, false",
        "partner.example, ann@example, false",
        "partner.example, partner.example, false",
        "partner.example, @partner.example, false",
        "partner.example, '', false",
        "partner.example, ann@, false",
        "partner.example, '\"ann@x\"@partner.example', true",
        "partner.example, 'ann@partner.example@evil.example', false",
        ".partner.example, ann@partner.example, false",
        ".partner.example, ann@mail.partner.example, true",
        ".partner.example, ann@a.b.partner.example, true",
        ".partner.example, ann@xpartner.example, false",
        "*.partner.example, ann@mail.partner.example, true",
        "bücher.example, ann@xn--bcher-kva.example, true",
        "xn--bcher-kva.example, ann@bücher.example, true",
        "bücher.example, jürgen@BÜCHER.example, true",
    })
    void eachAddressAgainstEachDomain(String domain, String address, boolean allowed) {
        assertThat(MailDomains.parse(domain).allow(address)).isEqualTo(allowed);
    }

    @Test
    void severalAreReadInAnyLayoutAndKeptInOrder() {
        MailDomains domains = MailDomains.parse("  b.example,\n a.example;\tb.example *.c.example ");
        assertThat(domains.toText()).isEqualTo(".c.example a.example b.example");
        assertThat(MailDomains.parse(domains.toText())).isEqualTo(domains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example",
                ".example",
                "*.example",
                "*",
                ".",
                "..a.example",
                "a..example",
                "-a.example",
                "a-.example",
                "a b@c.example",
                "ann@partner.example",
                "a_b.example",
                "http://a.example",
                "a.example/",
                "a.example.",
                "\u0000.example"
            })
    void whatIsNoDomainOfSomebodysOwnIsRefused(String typed) {
        assertThatThrownBy(() -> MailDomains.parse(typed))
                .isInstanceOfSatisfying(
                        BadMailDomains.class, bad -> assertThat(bad.code()).isEqualTo("not-a-mail-domain"));
    }

    @Test
    void noneAndTooManyAreRefused() {
        assertThatThrownBy(() -> MailDomains.parse(" , ; \n"))
                .isInstanceOfSatisfying(
                        BadMailDomains.class, bad -> assertThat(bad.code()).isEqualTo("no-mail-domains"));
        String many = IntStream.rangeClosed(0, MailDomains.MOST)
                .mapToObj(i -> "d" + i + ".example")
                .collect(Collectors.joining(" "));
        assertThatThrownBy(() -> MailDomains.parse(many))
                .isInstanceOfSatisfying(
                        BadMailDomains.class, bad -> assertThat(bad.arguments()).containsExactly(MailDomains.MOST));
        assertThatThrownBy(() -> MailDomains.parse("a".repeat(64) + ".example")).isInstanceOf(BadMailDomains.class);
        assertThatThrownBy(() -> MailDomains.parse("a.".repeat(200) + "example"))
                .isInstanceOf(BadMailDomains.class);
    }
}
