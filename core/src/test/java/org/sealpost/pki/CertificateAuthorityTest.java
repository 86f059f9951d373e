package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;

class CertificateAuthorityTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Subject ALICE = new Subject("alice@corp.example");
    private static final String SMIME_CAPABILITIES = "1.2.840.113549.1.9.15";

    private final SampleAuthority sample = SampleAuthority.create();

    @TempDir
    private Path folder;

    @Test
    void signingCertificateSignsMailAndNothingElse() throws GeneralSecurityException {
        X509Certificate certificate =
                sample.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256).certificate();
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.4");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    }

    @Test
    void encryptionCertificateNamesTheUseOfItsKindOfKey() {
        boolean[] rsa = sample.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.RSA_2048)
                .certificate()
                .getKeyUsage();
        boolean[] ec = sample.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.EC_P256)
                .certificate()
                .getKeyUsage();
        assertThat(rsa).containsExactly(false, false, true, false, false, false, false, false, false);
        assertThat(ec).containsExactly(false, false, false, false, true, false, false, false, false);
    }

    @Test
    void aPartnersCertificateIsForBothUses() {
        for (KeyType type : new KeyType[] {KeyType.RSA_2048, KeyType.EC_P256}) {
            boolean[] usage = sample.issue(CertificateProfile.PARTNER, ALICE, type)
                    .certificate()
                    .getKeyUsage();
            for (CertificateProfile profile : CertificateProfile.values()) {
                assertThat(profile.allows(usage)).isTrue();
            }
        }
        boolean[] signing = sample.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256)
                .certificate()
                .getKeyUsage();
        assertThat(CertificateProfile.PARTNER.allows(signing)).isFalse();
        assertThat(CertificateProfile.OF_MAILBOX).doesNotContain(CertificateProfile.PARTNER);
    }

    @Test
    void certificateSaysWhoseItIsAndWhereToAsk() {
        X509Certificate certificate =
                sample.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256).certificate();
        assertThat(Certificates.addresses(certificate)).containsExactly("alice@corp.example");
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=alice@corp.example");
        assertThat(text(certificate, "2.5.29.31")).contains("http://localhost:8080/pki/ca.crl");
        assertThat(text(certificate, "1.3.6.1.5.5.7.1.1")).contains("http://localhost:8080/pki/ca.cer");
        assertThat(Capabilities.fromDer(value(certificate, SMIME_CAPABILITIES))).isEqualTo(Capabilities.OWN);
    }

    @Test
    void keyIdentifiersLeadFromTheCertificateToItsAuthority() {
        X509Certificate certificate =
                sample.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256).certificate();
        AuthorityKeyIdentifier issuer =
                AuthorityKeyIdentifier.getInstance(value(certificate, Extension.authorityKeyIdentifier.getId()));
        SubjectKeyIdentifier own =
                SubjectKeyIdentifier.getInstance(value(sample.certificate(), Extension.subjectKeyIdentifier.getId()));
        assertThat(issuer.getKeyIdentifierOctets())
                .isEqualTo(own.getKeyIdentifier())
                .hasSize(20);
        assertThat(value(certificate, Extension.subjectKeyIdentifier.getId())).isNotEmpty();
    }

    private static byte[] value(X509Certificate certificate, String extension) {
        return ASN1OctetString.getInstance(certificate.getExtensionValue(extension))
                .getOctets();
    }

    private static String text(X509Certificate certificate, String extension) {
        return new String(value(certificate, extension), StandardCharsets.ISO_8859_1);
    }

    @Test
    void lifetimesFollowTheProfiles() {
        X509Certificate signing =
                sample.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256).certificate();
        X509Certificate encryption = sample.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.EC_P256)
                .certificate();
        assertThat(signing.getNotBefore().toInstant()).isEqualTo(NOW);
        assertThat(signing.getNotAfter().toInstant()).isEqualTo("2027-11-24T12:00:00Z");
        assertThat(encryption.getNotAfter().toInstant()).isEqualTo("2028-05-24T12:00:00Z");
        Duration root = Duration.between(
                sample.certificate().getNotBefore().toInstant(),
                sample.certificate().getNotAfter().toInstant());
        assertThat(root.toDays()).isBetween(3652L, 3653L);
    }

    @Test
    void noCertificateOutlivesItsAuthority() {
        Instant end = sample.certificate().getNotAfter().toInstant();
        X509Certificate late = sample.issue(
                        CertificateProfile.ENCRYPTION, ALICE, KeyType.EC_P256, end.minus(Duration.ofDays(30)))
                .certificate();
        assertThat(late.getNotAfter().toInstant()).isEqualTo(end);
    }

    @Test
    void theEndIsKnownBeforeSigning() {
        PublicKey key = sample.pair(KeyType.EC_P256).getPublic();
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.SIGNING, ALICE, key, BigInteger.TWO, NOW.plusMillis(789), Capabilities.OWN);
        assertThat(sample.authority().issue(order).getNotAfter().toInstant())
                .isEqualTo(sample.authority().notAfter(order));
        assertThat(sample.authority().issue(order).getSerialNumber()).isEqualTo(BigInteger.TWO);
    }

    @Test
    void anOrderMaySayForHowLong() {
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.SIGNING,
                ALICE,
                sample.pair(KeyType.EC_P256).getPublic(),
                BigInteger.TWO,
                NOW,
                Capabilities.OWN,
                Period.ofMonths(3));
        assertThat(sample.authority().issue(order).getNotAfter().toInstant())
                .isEqualTo(NOW.atZone(ZoneOffset.UTC).plusMonths(3).toInstant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void serialNumbersAreLongPositiveAndDifferent() {
        Set<BigInteger> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            BigInteger serial = CertificateOrder.newSerial(RANDOM);
            assertThat(serial.signum()).isEqualTo(1);
            assertThat(serial.bitLength()).isBetween(65, 159);
            seen.add(serial);
        }
        assertThat(seen).hasSize(1000);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "EC_P384", "RSA_3072"})
    void everyKindOfAuthorityIssuesWhatOpensslVerifies(KeyType type) throws IOException {
        for (Providers providers : List.of(Providers.best(), Providers.portable())) {
            SampleAuthority authority = new SampleAuthority(providers, type);
            Files.writeString(folder.resolve("ca.pem"), Certificates.pem(authority.certificate()));
            for (CertificateProfile profile : CertificateProfile.values()) {
                OwnedKey key = authority.issue(profile, ALICE, KeyType.EC_P256);
                Files.writeString(folder.resolve("leaf.pem"), Certificates.pem(key.certificate()));
                String purpose = profile == CertificateProfile.SIGNING ? "smimesign" : "any";
                Openssl.Outcome outcome = Openssl.run(
                        folder,
                        "verify",
                        "-x509_strict",
                        "-attime",
                        Long.toString(NOW.getEpochSecond() + 60),
                        "-purpose",
                        purpose,
                        "-CAfile",
                        "ca.pem",
                        "leaf.pem");
                assertThat(outcome.output()).contains("leaf.pem: OK");
                assertThat(outcome.status()).isZero();
            }
        }
    }

    @Test
    void opensslAcceptsAnRsaEncryptionCertificateForMail() throws IOException {
        OwnedKey key = sample.issue(CertificateProfile.ENCRYPTION, ALICE, KeyType.RSA_2048);
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(sample.certificate()));
        Files.writeString(folder.resolve("leaf.pem"), Certificates.pem(key.certificate()));
        assertThat(Openssl.run(
                                folder,
                                "verify",
                                "-x509_strict",
                                "-attime",
                                Long.toString(NOW.getEpochSecond() + 60),
                                "-purpose",
                                "smimeencrypt",
                                "-CAfile",
                                "ca.pem",
                                "leaf.pem")
                        .output())
                .contains("leaf.pem: OK");
    }

    @Test
    void rootIsAnAuthorityThatHasNoneBelowIt() {
        assertThat(sample.certificate().getBasicConstraints()).isZero();
        assertThat(sample.certificate().getKeyUsage())
                .containsExactly(false, false, false, false, false, true, true, false, false);
        assertThat(sample.certificate().getExtensionValue(SMIME_CAPABILITIES)).isNull();
    }

    @Test
    void closingAKeyDestroysItWhereItsProviderCan() {
        OwnedKey key = sample.issue(CertificateProfile.SIGNING, ALICE, KeyType.EC_P256);
        key.close();
        key.close();
        assertThat(key.privateKey().isDestroyed()).isTrue();
    }
}
