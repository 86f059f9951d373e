package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationListTest {
    private final SampleAuthority sample = SampleAuthority.create();

    @TempDir
    private Path folder;

    @Test
    void listSaysItsNumberAndTimesAndIsSigned() throws GeneralSecurityException {
        X509CRL crl = sample.crl(NOW);
        assertThat(crl.getThisUpdate().toInstant()).isEqualTo(NOW);
        assertThat(crl.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        byte[] number = ASN1OctetString.getInstance(crl.getExtensionValue(Extension.cRLNumber.getId()))
                .getOctets();
        assertThat(CRLNumber.getInstance(number).getCRLNumber()).isEqualTo(BigInteger.TEN);
        assertThat(crl.getExtensionValue(Extension.authorityKeyIdentifier.getId()))
                .isNotNull();
        crl.verify(sample.certificate().getPublicKey());
        assertThat(crl.getRevokedCertificates()).isNull();
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void everyReasonIsWritten(RevocationReason reason) {
        X509CRL crl = sample.crl(NOW, new RevocationList.Entry(BigInteger.TWO, NOW.minusSeconds(5), reason));
        assertThat(crl.getRevokedCertificate(BigInteger.TWO).getRevocationDate().toInstant())
                .isEqualTo(NOW.minusSeconds(5));
        if (reason != RevocationReason.UNSPECIFIED) {
            assertThat(crl.getRevokedCertificate(BigInteger.TWO)
                            .getRevocationReason()
                            .name())
                    .isEqualTo(reason.name());
        }
        assertThat(crl.getRevokedCertificate(BigInteger.ONE)).isNull();
    }

    @Test
    void opensslVerifiesAListAndFindsTheRevoked() throws IOException {
        OwnedKey alice = sample.issue(CertificateProfile.SIGNING, "alice@corp.example");
        X509CRL crl = sample.crl(
                NOW,
                new RevocationList.Entry(alice.certificate().getSerialNumber(), NOW, RevocationReason.KEY_COMPROMISE));
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(sample.certificate()));
        Files.writeString(folder.resolve("leaf.pem"), Certificates.pem(alice.certificate()));
        Files.write(folder.resolve("ca.crl"), Certificates.der(crl));
        assertThat(Openssl.run(folder, "crl", "-inform", "DER", "-in", "ca.crl", "-CAfile", "ca.pem", "-noout")
                        .output())
                .contains("verify OK");
        assertThat(Openssl.run(
                                folder,
                                "verify",
                                "-attime",
                                Long.toString(NOW.getEpochSecond() + 60),
                                "-crl_check",
                                "-CAfile",
                                "ca.pem",
                                "-CRLfile",
                                "ca.crl",
                                "leaf.pem")
                        .output())
                .contains("certificate revoked");
    }

    @Test
    void tenThousandRevokedCertificatesAreSignedAndRead() {
        List<RevocationList.Entry> entries = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            entries.add(new RevocationList.Entry(BigInteger.valueOf(i), NOW, RevocationReason.SUPERSEDED));
        }
        X509CRL crl = sample.crl(NOW, entries.toArray(RevocationList.Entry[]::new));
        assertThat(Certificates.parseCrl(Certificates.der(crl)).getRevokedCertificates())
                .hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 24 * 3600 + 1, 7 * 24 * 3600})
    void listThatWouldBeReliedOnForTooLongIsNotMade(long seconds) {
        assertThatThrownBy(() -> new RevocationList(BigInteger.ONE, NOW, NOW.plusSeconds(seconds), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listNumbersArePositive() {
        assertThatThrownBy(() -> new RevocationList(BigInteger.ZERO, NOW, NOW.plusSeconds(60), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
