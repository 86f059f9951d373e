package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinguishedNameTest {

    @Test
    void peopleReadTheValuesAlone() {
        assertThat(DistinguishedName.readable("CN=Alice Archer,O=Sealpost Sample"))
                .isEqualTo("Alice Archer, Sealpost Sample");
    }

    @Test
    void commasAndQuotesInNamesStay() {
        assertThat(DistinguishedName.commonName("CN=Söhne\\, Jürgen \\\"J\\\",O=Corp"))
                .isEqualTo("Söhne, Jürgen \"J\"");
    }

    @Test
    void aNameWithoutACommonNameIsReadWhole() {
        assertThat(DistinguishedName.commonName("OU=Mail,O=Corp")).isEqualTo("Mail, Corp");
    }

    @Test
    void whatIsNoNameStaysAsItIs() {
        assertThat(DistinguishedName.readable("bob@corp.example")).isEqualTo("bob@corp.example");
        assertThat(DistinguishedName.readable("a = b, =")).isEqualTo("a = b, =");
        assertThat(DistinguishedName.readable("CN=Bob,")).isEqualTo("Bob");
        assertThat(DistinguishedName.readable("")).isEmpty();
    }
}
