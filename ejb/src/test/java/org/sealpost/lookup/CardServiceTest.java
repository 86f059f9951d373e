package org.sealpost.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.pki.Certificates;

class CardServiceTest {
    private Organisation organisation;

    @BeforeEach
    void open() throws Exception {
        organisation = new Organisation();
    }

    @AfterEach
    void close() {
        organisation.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice|Alice Archer|Archer|Alice",
                "obrien|Seán O'Brien|O'Brien|Seán",
                "soehne|Jürgen \"J\" Söhne|Söhne|Jürgen"
            })
    void aCardHasNameAddressAndCertificate(String login, String name, String surname, String givenName)
            throws IOException {
        X509Certificate certificate = organisation.encryption(login);
        String address = Certificates.addresses(certificate).get(0);
        VCard card = read(organisation.get(CardService.class).card(address));
        assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
        assertThat(card.getFormattedName().getValue()).isEqualTo(name);
        assertThat(card.getStructuredName().getFamily()).isEqualTo(surname);
        assertThat(card.getStructuredName().getGiven()).isEqualTo(givenName);
        assertThat(card.getEmails().get(0).getValue()).isEqualToIgnoringCase(address);
        assertThat(card.getKeys().get(0).getContentType().getMediaType()).isEqualTo("application/pkix-cert");
        assertThat(Certificates.parse(card.getKeys().get(0).getData())).isEqualTo(certificate);
        assertThat(card.validate(VCardVersion.V4_0).isEmpty()).isTrue();
    }

    @Test
    void theTextIsOfVersionFourWithTheCertificateInIt() {
        organisation.encryption("alice");
        String text =
                new String(organisation.get(CardService.class).card("alice@corp.example"), StandardCharsets.UTF_8);
        assertThat(text).startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n").endsWith("END:VCARD\r\n");
        assertThat(text).contains("KEY:data:application/pkix-cert;base64,").doesNotContain("PRODID");
    }

    @Test
    void aStrangersCardHasAddressAndCertificateAndNoName() throws IOException {
        X509Certificate certificate = organisation.encryption("alice");
        VCard card = read(organisation
                .get(LookupService.class)
                .encryption("alice@corp.example")
                .orElseThrow()
                .card());
        assertThat(card.getFormattedName().getValue()).isEqualTo("alice@corp.example");
        assertThat(card.getStructuredName()).isNull();
        assertThat(card.getEmails().get(0).getValue()).isEqualTo("alice@corp.example");
        assertThat(Certificates.parse(card.getKeys().get(0).getData())).isEqualTo(certificate);
        assertThat(card.validate(VCardVersion.V4_0).isEmpty()).isTrue();
    }

    @Test
    void thereIsNoCardWithoutACertificate() {
        assertThatThrownBy(() -> organisation.get(CardService.class).card("alice@corp.example"))
                .isInstanceOfSatisfying(NotEnabled.class, refused -> {
                    assertThat(refused.code()).isEqualTo("no-certificate-for-address");
                    assertThat(refused.arguments()).containsExactly("alice@corp.example");
                });
    }

    @Test
    void whoeverIsLoggedInMayHaveCards() {
        assertThat(CardService.class.getAnnotation(RolesAllowed.class).value()).containsExactly("user");
    }

    private static VCard read(byte[] card) throws IOException {
        try (VCardReader reader = new VCardReader(new ByteArrayInputStream(card))) {
            return reader.readNext();
        }
    }
}
