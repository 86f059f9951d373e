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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
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
    void aHundredThousandRevokedCertificatesAreWrittenInTheirOwnLengthSignedAndRead() throws GeneralSecurityException {
        RevocationList list = full(5);
        Instant since = NOW.minus(Duration.ofDays(30));
        for (int i = 1; i <= 100_000; i++) {
            list.add(new RevocationList.Entry(
                    BigInteger.valueOf(i), NOW, RevocationReason.KEY_COMPROMISE, Optional.of(since)));
        }
        byte[] signed = sample.authority().signCrl(list);
        assertThat(signed.length).isLessThan(100_000 * 70);
        X509CRL crl = Certificates.parseCrl(signed);
        crl.verify(sample.certificate().getPublicKey());
        assertThat(crl.getRevokedCertificates()).hasSize(100_000);
    }

    @Test
    void theInstantOfCompromiseIsWrittenBesideTheReason() throws IOException {
        Instant since = Instant.parse("2025-12-31T23:59:59Z");
        X509CRL crl = sample.crl(
                NOW,
                new RevocationList.Entry(BigInteger.TWO, NOW, RevocationReason.KEY_COMPROMISE, Optional.of(since)));
        byte[] written = ASN1OctetString.getInstance(
                        crl.getRevokedCertificate(BigInteger.TWO).getExtensionValue(Extension.invalidityDate.getId()))
                .getOctets();
        assertThat(ASN1GeneralizedTime.getInstance(ASN1Primitive.fromByteArray(written))
                        .getTimeString())
                .isEqualTo("20251231235959Z");
    }

    @Test
    void aCompleteListNamesWhereItsDeltaIsAndADeltaNamesItsBase() throws IOException {
        RevocationList list = full(9);
        X509CRL complete = Certificates.parseCrl(sample.authority().signCrl(list));
        X509CRL delta = Certificates.parseCrl(sample.authority().signCrl(list.deltaSince(BigInteger.valueOf(7))));
        assertThat(complete.getExtensionValue(Extension.freshestCRL.getId())).isNotNull();
        assertThat(complete.getCriticalExtensionOIDs()).isNullOrEmpty();
        assertThat(delta.getExtensionValue(Extension.freshestCRL.getId())).isNull();
        assertThat(delta.getCriticalExtensionOIDs()).containsExactly(Extension.deltaCRLIndicator.getId());
        byte[] base = ASN1OctetString.getInstance(delta.getExtensionValue(Extension.deltaCRLIndicator.getId()))
                .getOctets();
        assertThat(CRLNumber.getInstance(base).getCRLNumber()).isEqualTo(BigInteger.valueOf(7));
    }

    @Test
    void opensslReadsACompleteListTogetherWithItsDelta() throws IOException {
        OwnedKey alice = sample.issue(CertificateProfile.SIGNING, "alice@corp.example");
        RevocationList before = new RevocationList(BigInteger.valueOf(7), NOW, NOW.plusSeconds(7200));
        RevocationList delta = full(8).deltaSince(BigInteger.valueOf(7));
        delta.add(new RevocationList.Entry(
                alice.certificate().getSerialNumber(), NOW, RevocationReason.CESSATION_OF_OPERATION));
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(sample.certificate()));
        Files.writeString(folder.resolve("leaf.pem"), Certificates.pem(alice.certificate()));
        Files.write(folder.resolve("complete.crl"), sample.authority().signCrl(before));
        Files.write(folder.resolve("delta.crl"), sample.authority().signCrl(delta));
        assertThat(crlText("complete.crl")).contains("X509v3 Freshest CRL").contains("ca-delta.crl");
        assertThat(crlText("delta.crl"))
                .contains("Delta CRL Indicator: critical")
                .contains("Cessation Of Operation");
        assertThat(checked("complete.crl")).contains("leaf.pem: OK");
        toPem("complete.crl");
        toPem("delta.crl");
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("complete.crl.pem"))
                        + Files.readString(folder.resolve("delta.crl.pem")));
        assertThat(checked("both.pem", "-use_deltas", "-extended_crl")).contains("certificate revoked");
    }

    private String crlText(String file) {
        return Openssl.run(folder, "crl", "-inform", "DER", "-in", file, "-CAfile", "ca.pem", "-noout", "-text")
                .output();
    }

    private void toPem(String file) {
        Openssl.run(folder, "crl", "-inform", "DER", "-in", file, "-out", file + ".pem");
    }

    private String checked(String lists, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "-attime", Long.toString(NOW.getEpochSecond() + 60)));
        arguments.addAll(List.of("-crl_check", "-CAfile", "ca.pem", "-CRLfile", lists));
        arguments.addAll(List.of(more));
        arguments.add("leaf.pem");
        return Openssl.run(folder, arguments.toArray(String[]::new)).output();
    }

    private static RevocationList full(long number) {
        return new RevocationList(BigInteger.valueOf(number), NOW, NOW.plus(RevocationList.LONGEST));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 10})
    void aDeltaDoesNotBeginAtALaterList(long base) {
        assertThatThrownBy(() -> full(9).deltaSince(BigInteger.valueOf(base)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 24 * 3600 + 1, 7 * 24 * 3600})
    void listThatWouldBeReliedOnForTooLongIsNotMade(long seconds) {
        assertThatThrownBy(() -> new RevocationList(BigInteger.ONE, NOW, NOW.plusSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listNumbersArePositive() {
        assertThatThrownBy(() -> new RevocationList(BigInteger.ZERO, NOW, NOW.plusSeconds(60)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
