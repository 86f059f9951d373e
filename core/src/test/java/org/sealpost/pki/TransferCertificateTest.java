package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

class TransferCertificateTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Hpke HPKE = new Hpke(Providers.best(), RANDOM);
    private static final SampleAuthority SAMPLE = SampleAuthority.create();
    private static final byte[] NOTHING = {};

    @Test
    void whatIsSealedToItOpensWithTheEscrowsKey() {
        try (Hpke.Pair escrow = HPKE.keyPair()) {
            TransferCertificate read = TransferCertificate.read(
                    Certificates.pem(issued(SAMPLE, escrow.publicKey())).getBytes(StandardCharsets.US_ASCII), NOW);
            byte[] sealed = HPKE.seal(read.escrowKey(), NOTHING, NOTHING, new byte[] {7});
            try (SecretBytes opened = HPKE.open(escrow.privateKey(), NOTHING, NOTHING, sealed)) {
                assertThat(opened.expose()).containsExactly(7);
            }
            assertThat(read.subject()).startsWith("CN=Key escrow 3,O=");
            assertThat(read.until()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        }
    }

    @Test
    void itsAuthorityIsKnownByKeyAndName() {
        TransferCertificate certificate =
                new TransferCertificate(issued(SAMPLE, HPKE.keyPair().publicKey()));
        assertThat(certificate.issuedBy(SAMPLE.certificate(), Providers.best())).isTrue();
        assertThat(certificate.issuedBy(SampleAuthority.create().certificate(), Providers.best()))
                .isFalse();
        assertThat(certificate.issuedBy(certificate.certificate(), Providers.best()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(CertificateProfile.class)
    void mailboxesCertificatesAreNone(CertificateProfile profile) {
        OwnedKey mailbox = SAMPLE.issue(profile, "alice@corp.example");
        assertCode("not-a-transfer-certificate", Certificates.der(mailbox.certificate()), NOW);
    }

    @Test
    void neitherIsTheAuthoritys() {
        assertCode("not-a-transfer-certificate", Certificates.der(SAMPLE.certificate()), NOW);
    }

    @Test
    void outOfDateItIsRefused() {
        byte[] der = Certificates.der(issued(SAMPLE, HPKE.keyPair().publicKey()));
        assertCode("transfer-certificate-too-early", der, NOW.minusSeconds(1));
        assertCode("transfer-certificate-expired", der, NOW.plus(Duration.ofDays(91)));
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        assertThatThrownBy(() -> TransferCertificate.read(new byte[] {1, 2, 3}, NOW))
                .isInstanceOf(BadEncoding.class);
    }

    @Test
    void opensslBuildsThePath(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(SAMPLE.certificate()));
        Files.writeString(
                folder.resolve("escrow.pem"),
                Certificates.pem(issued(SAMPLE, HPKE.keyPair().publicKey())));
        Openssl.Outcome outcome = Openssl.run(
                folder,
                "verify",
                "-CAfile",
                "ca.pem",
                "-attime",
                Long.toString(NOW.getEpochSecond() + 1),
                "escrow.pem");
        assertThat(outcome.output()).contains("escrow.pem: OK");
    }

    private static void assertCode(String code, byte[] der, Instant now) {
        assertThatThrownBy(() -> TransferCertificate.read(der, now))
                .isInstanceOfSatisfying(UnusableTransferCertificate.class, e -> assertThat(e.code())
                        .isEqualTo(code));
    }

    private static X509Certificate issued(SampleAuthority by, byte[] escrowKey) {
        return by.authority()
                .issue(new TransferOrder(escrowKey, 3, CertificateOrder.newSerial(RANDOM), NOW, Period.ofDays(90)));
    }
}
