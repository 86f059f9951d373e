package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.mime.Address;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.PartnerId;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.Subject;

class ExpiryMailTest {
    private static final String ANN = "ann@partner.example";
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "en, Your e-mail certificate ends on 2027-03-31, Keep the key",
        "de, Ihr E-Mail-Zertifikat endet am 31.03.2027, Behalten Sie den Schlüssel",
        "fr, Your e-mail certificate ends on, Keep the key"
    })
    void itSaysWhatEndsWhenAndWhatToDo(String language, String subject, String advice) throws Exception {
        IssuedCertificate certificate = certificate();
        byte[] octets = new ExpiryMail(
                        Address.of("acme@corp.example"),
                        "Bücher & Söhne",
                        Locale.forLanguageTag(language),
                        "https://sealpost.corp.example/acme/directory")
                .of(certificate, NOW);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(new String(octets, StandardCharsets.ISO_8859_1)))
                .isTrue();
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
        assertThat(mail.getSubject()).startsWith(subject);
        assertThat(mail.getHeader("To")).containsExactly("<" + ANN + ">");
        assertThat(mail.getHeader("From")).containsExactly("<acme@corp.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<end." + certificate.serial().value() + "@corp.example>");
        assertThat(mail.getContent().toString())
                .contains("Bücher & Söhne", ANN, advice, certificate.serial().value(), "/acme/directory")
                .doesNotContain("{");
    }

    private static IssuedCertificate certificate() {
        return new IssuedCertificate(
                PartnerId.of(ANN),
                new CertificateOrder(
                        CertificateProfile.PARTNER,
                        new Subject(ANN),
                        Partner.pair(KeyType.EC_P256).getPublic(),
                        CertificateOrder.newSerial(new SecureRandom()),
                        NOW.minus(Duration.ofDays(300)),
                        Capabilities.STANDARD),
                NOW.plus(Duration.ofDays(30)));
    }
}
