package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;

class CertificatesTest {
    private static final SampleAuthority SAMPLE = SampleAuthority.create();
    private static final X509Certificate CERTIFICATE = SAMPLE.certificate();

    @Test
    void bothFormsReadBack() {
        assertThat(Certificates.parse(Certificates.der(CERTIFICATE))).isEqualTo(CERTIFICATE);
        String pem = Certificates.pem(CERTIFICATE);
        assertThat(pem.lines()).allMatch(line -> line.length() <= 64);
        assertThat(Certificates.parse(pem.getBytes(StandardCharsets.US_ASCII))).isEqualTo(CERTIFICATE);
        assertThat(Certificates.parse(pem.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(CERTIFICATE);
    }

    @Test
    void fingerprintIsSha256OfTheDerForm() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Certificates.der(CERTIFICATE));
        assertThat(Certificates.fingerprint(CERTIFICATE))
                .isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void revocationListReadsBack() {
        X509CRL crl = SAMPLE.crl(SampleAuthority.NOW);
        assertThat(Certificates.parseCrl(Certificates.der(crl))).isEqualTo(crl);
    }

    @Test
    void authorityVouchesForNoAddress() {
        assertThat(Certificates.addresses(CERTIFICATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "not a certificate",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----",
                "-----BEGIN RUBBISH-----\nAAAA\n-----END RUBBISH-----"
            })
    void whatIsNoCertificateIsRefused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> Certificates.parse(bytes)).isInstanceOf(BadEncoding.class);
        assertThatThrownBy(() -> Certificates.parseCrl(bytes)).isInstanceOf(BadEncoding.class);
    }

    @Test
    void tooLargeIsRefusedBeforeItIsParsed() {
        assertThatThrownBy(() -> Certificates.parse(new byte[Certificates.LARGEST + 1]))
                .isInstanceOf(BadEncoding.class);
    }

    @Test
    void alteredAndTruncatedCertificatesAreRefusedInTypedFormOrParse() {
        byte[] good = Certificates.der(
                SAMPLE.issue(CertificateProfile.SIGNING, "alice@corp.example").certificate());
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            byte[] input = random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
            try {
                assertThat(Certificates.addresses(Certificates.parse(input))).hasSizeLessThan(10);
            } catch (BadEncoding expected) {
                assertThat(expected.arguments()).containsExactly("certificate");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyKeyTypeIsMadeAndRecognised(KeyType type) {
        for (Providers providers : new Providers[] {Providers.best(), Providers.portable()}) {
            assertThat(KeyType.of(new KeyPairs(providers, new SecureRandom())
                            .generate(type)
                            .getPublic()))
                    .contains(type);
        }
    }

    @Test
    void halvesOfDifferentPairsDoNotBelongTogether() {
        for (KeyType type : new KeyType[] {KeyType.EC_P256, KeyType.RSA_2048}) {
            OwnedKey one = SAMPLE.issue(CertificateProfile.SIGNING, new Subject("a@b.example"), type);
            OwnedKey two = SAMPLE.issue(CertificateProfile.SIGNING, new Subject("a@b.example"), type);
            Providers providers = Providers.best();
            assertThat(OwnedKey.belongTogether(
                            providers, one.privateKey(), one.certificate().getPublicKey()))
                    .isTrue();
            assertThat(OwnedKey.belongTogether(
                            providers, one.privateKey(), two.certificate().getPublicKey()))
                    .isFalse();
        }
        OwnedKey ec = SAMPLE.issue(CertificateProfile.SIGNING, "a@b.example");
        OwnedKey rsa = SAMPLE.issue(CertificateProfile.SIGNING, new Subject("a@b.example"), KeyType.RSA_2048);
        assertThat(OwnedKey.belongTogether(
                        Providers.best(), ec.privateKey(), rsa.certificate().getPublicKey()))
                .isFalse();
        assertThat(ec.toString()).doesNotContain("private").startsWith("OwnedKey[");
    }
}
