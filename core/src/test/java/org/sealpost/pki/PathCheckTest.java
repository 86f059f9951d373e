package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;

class PathCheckTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final SampleAuthority sample = SampleAuthority.create();
    private final X509Certificate alice =
            sample.issue(CertificateProfile.SIGNING, "alice@corp.example").certificate();

    private PathReport check(X509Certificate certificate, Instant at, X509CRL... crls) {
        return check(certificate, CertificateProfile.SIGNING, at, crls);
    }

    private PathReport check(X509Certificate certificate, CertificateProfile use, Instant at, X509CRL... crls) {
        PathCheck check = new PathCheck(Providers.best(), List.of(sample.certificate()), List.of(crls));
        return check.check(new PathCheck.Question(certificate, List.of(), use, at, NOW.plus(HOUR), NOW.plus(HOUR)));
    }

    @Test
    void goodCertificatePassesEveryCheck() {
        PathReport report = check(alice, NOW.plus(HOUR), sample.crl(NOW));
        assertThat(report.ok()).isTrue();
        assertThat(report.chain().code()).isEqualTo("chain-trusted");
        assertThat(report.usage().code()).isEqualTo("usage-fits");
        assertThat(report.dates())
                .isEqualTo(Finding.ok("dates-valid", alice.getNotAfter().toInstant()));
        assertThat(report.revocation()).isEqualTo(Finding.ok("not-revoked", NOW));
    }

    @Test
    void unknownAuthorityFailsTheChainOnly() {
        SampleAuthority stranger = SampleAuthority.create();
        X509Certificate certificate =
                stranger.issue(CertificateProfile.SIGNING, "alice@corp.example").certificate();
        PathReport report = check(certificate, NOW.plus(HOUR), sample.crl(NOW));
        assertThat(report.chain().outcome()).isEqualTo(Finding.Outcome.FAILED);
        assertThat(report.usage().ok()).isTrue();
        assertThat(report.dates().ok()).isTrue();
        assertThat(report.revocation().outcome()).isEqualTo(Finding.Outcome.UNKNOWN);
        assertThat(report.ok()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, dates-early", "0, dates-valid", "364, dates-valid", "366, dates-expired"})
    void datesAreThoseOfTheInstantOfUse(int days, String code) {
        Instant at = NOW.plus(Duration.ofDays(days));
        PathReport report = check(alice, at, sample.crl(NOW));
        assertThat(report.dates().code()).isEqualTo(code);
        assertThat(report.chain().ok()).isTrue();
        assertThat(report.revocation().ok()).isTrue();
    }

    @Test
    void expiredAuthorityMakesItsCertificatesExpired() {
        Instant end = sample.certificate().getNotAfter().toInstant();
        X509Certificate late = sample.issue(
                        CertificateProfile.ENCRYPTION, new Subject("a@b.example"), KeyType.EC_P256, end.minus(HOUR))
                .certificate();
        assertThat(check(late, CertificateProfile.ENCRYPTION, end.plusSeconds(1))
                        .dates()
                        .code())
                .isEqualTo("dates-expired");
    }

    @ParameterizedTest
    @CsvSource({"SIGNING, ENCRYPTION", "ENCRYPTION, SIGNING"})
    void certificateOfOneUseDoesNotServeTheOther(CertificateProfile profile, CertificateProfile use) {
        for (KeyType type : new KeyType[] {KeyType.EC_P256, KeyType.RSA_2048}) {
            X509Certificate certificate =
                    sample.issue(profile, new Subject("a@b.example"), type).certificate();
            assertThat(check(certificate, use, NOW.plus(HOUR)).usage().code()).isEqualTo("usage-differs");
            assertThat(check(certificate, profile, NOW.plus(HOUR)).usage().code())
                    .isEqualTo("usage-fits");
        }
    }

    @Test
    void authoritysOwnCertificateIsNotForMail() {
        assertThat(check(sample.certificate(), NOW.plus(HOUR)).usage().ok()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // used before the revocation
        "KEY_COMPROMISE, -60, revoked",
        "CA_COMPROMISE, -60, revoked",
        "UNSPECIFIED, -60, revoked",
        "SUPERSEDED, -60, not-revoked",
        "AFFILIATION_CHANGED, -60, not-revoked",
        "CESSATION_OF_OPERATION, -60, not-revoked",
        // used after it
        "KEY_COMPROMISE, 60, revoked",
        "SUPERSEDED, 60, revoked",
        "AFFILIATION_CHANGED, 60, revoked",
        "CESSATION_OF_OPERATION, 0, revoked"
    })
    void compromiseReachesBackAndReplacementDoesNot(RevocationReason reason, int minutes, String code) {
        Instant revokedAt = NOW.plus(Duration.ofHours(2));
        X509CRL crl = sample.crl(NOW, new RevocationList.Entry(alice.getSerialNumber(), revokedAt, reason));
        PathReport report = check(alice, revokedAt.plus(Duration.ofMinutes(minutes)), crl);
        assertThat(report.revocation().code()).isEqualTo(code);
        if (code.equals("revoked")) {
            assertThat(report.revocation().arguments()).containsExactly(revokedAt, reason.name());
        }
        assertThat(report.chain().ok() && report.usage().ok() && report.dates().ok())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // claimed hours before the key was stolen, and arrived before it
        "-20, -19, not-revoked",
        // claimed before, but nobody saw it until after: whoever stole the key can put back the time
        "-20, 1, revoked",
        "-20, 0, revoked",
        // claimed after, whatever the record says
        "1, -1, revoked",
        "1, 1, revoked"
    })
    void afterACompromiseTheArrivalCountsAndNotTheTimeThatTheSignatureClaims(int claimed, int arrived, String code) {
        Instant stolen = NOW.plus(Duration.ofHours(30));
        Instant now = stolen.plus(Duration.ofHours(9));
        X509CRL crl = sample.crl(
                now,
                new RevocationList.Entry(
                        alice.getSerialNumber(), now, RevocationReason.KEY_COMPROMISE, Optional.of(stolen)));
        PathCheck check = new PathCheck(Providers.best(), List.of(sample.certificate()), List.of(crl));
        PathReport report = check.check(new PathCheck.Question(
                alice,
                List.of(),
                CertificateProfile.SIGNING,
                stolen.plus(Duration.ofHours(claimed)),
                stolen.plus(Duration.ofHours(arrived)),
                now));
        assertThat(report.revocation().code()).isEqualTo(code);
        if (code.equals("revoked")) {
            assertThat(report.revocation().arguments()).containsExactly(stolen, "KEY_COMPROMISE");
        }
    }

    @Test
    void missingListIsUnknownAndNotGood() {
        assertThat(check(alice, NOW.plus(HOUR)).revocation())
                .isEqualTo(Finding.unknown(
                        "crl-missing", alice.getIssuerX500Principal().getName()));
    }

    @Test
    void staleListIsUnknownWithItsAgeButStillRevokes() {
        Instant old = NOW.minus(Duration.ofHours(30));
        assertThat(check(alice, NOW, sample.crl(old)).revocation()).isEqualTo(Finding.unknown("crl-stale", old));
        X509CRL revoking = sample.crl(
                old, new RevocationList.Entry(alice.getSerialNumber(), old, RevocationReason.KEY_COMPROMISE));
        assertThat(check(alice, NOW, revoking).revocation().code()).isEqualTo("revoked");
    }

    @Test
    void newestListCounts() {
        X509CRL before = sample.crl(NOW.minus(HOUR));
        X509CRL after = sample.crl(
                NOW, new RevocationList.Entry(alice.getSerialNumber(), NOW, RevocationReason.KEY_COMPROMISE));
        assertThat(check(alice, NOW, before, after).revocation().code()).isEqualTo("revoked");
        assertThat(check(alice, NOW, after, before).revocation().code()).isEqualTo("revoked");
    }

    @Test
    void listOfAnotherAuthorityWithTheSameNameDoesNotCount() {
        SampleAuthority impostor = SampleAuthority.create();
        assertThat(impostor.certificate().getSubjectX500Principal())
                .isEqualTo(sample.certificate().getSubjectX500Principal());
        X509CRL forged = impostor.crl(
                NOW, new RevocationList.Entry(alice.getSerialNumber(), NOW, RevocationReason.KEY_COMPROMISE));
        assertThat(check(alice, NOW, forged).revocation().code()).isEqualTo("crl-missing");
        assertThat(check(alice, NOW, forged, sample.crl(NOW)).revocation().code())
                .isEqualTo("not-revoked");
    }

    @Test
    void mailboxCannotIssueCertificates() {
        OwnedKey mallory = sample.issue(CertificateProfile.SIGNING, "mallory@corp.example");
        CertificateAuthority rogue = new CertificateAuthority(
                Providers.best(),
                mallory,
                new CertificateAuthority.Addresses(
                        URI.create("http://x.example/"),
                        URI.create("http://x.example/"),
                        URI.create("http://x.example/"),
                        URI.create("http://x.example/")));
        X509Certificate forged = rogue.issue(new CertificateOrder(
                CertificateProfile.SIGNING,
                new Subject("boss@corp.example"),
                mallory.certificate().getPublicKey(),
                BigInteger.ONE,
                NOW,
                Capabilities.OWN));
        PathCheck check = new PathCheck(Providers.best(), List.of(sample.certificate()), List.of(sample.crl(NOW)));
        PathReport report = check.check(new PathCheck.Question(
                forged, List.of(mallory.certificate()), CertificateProfile.SIGNING, NOW, NOW, NOW));
        assertThat(report.chain().code()).isEqualTo("chain-untrusted");
    }

    @Test
    void thousandsOfStrangeCertificatesCostNoMoreThanAFew() {
        PathCheck check = new PathCheck(Providers.best(), List.of(sample.certificate()), List.of());
        List<X509Certificate> flood =
                Collections.nCopies(100_000, SampleAuthority.create().certificate());
        assertThat(check.check(new PathCheck.Question(alice, flood, CertificateProfile.SIGNING, NOW, NOW, NOW))
                        .chain()
                        .ok())
                .isTrue();
    }
}
