package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.issuing.CertificateDetails;
import org.sealpost.issuing.CertificateLine;
import org.sealpost.issuing.CertificateSearchService;
import org.sealpost.issuing.LintService;
import org.sealpost.lint.LintFinding;
import org.sealpost.lint.LintProfile;
import org.sealpost.lint.LintReport;
import org.sealpost.model.BadSerial;
import org.sealpost.model.CertificateQuery;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.Page;
import org.sealpost.model.RevokedSerial;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.RevocationReason;
import org.sealpost.web.api.CertificatesResource.Measured;

class CertificatesResourceTest {
    private static final Instant MADE = Instant.parse("2026-11-24T08:00:00Z");
    private static final CertificateLine LINE = new CertificateLine(
            new Serial("ab01"),
            "alice@corp.example",
            CertificateProfile.SIGNING,
            new CertificateLine.Validity(MADE, MADE.plusSeconds(9)),
            CertificateStanding.REVOKED,
            Optional.of(new RevokedSerial("ab01", MADE.plusSeconds(1), RevocationReason.SUPERSEDED, null)));

    private final List<CertificateQuery> searched = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final CertificatesResource resource = new CertificatesResource();

    @BeforeEach
    void open() {
        resource.lint = new LintService() {
            @Override
            public LintReport check(byte[] derOrPem, LintProfile profile) {
                asked.add(profile + " " + new String(derOrPem, StandardCharsets.US_ASCII));
                return new LintReport(profile, 1, List.of());
            }

            @Override
            public List<LintFinding> rules(LintProfile profile) {
                asked.add(profile.name());
                return List.of();
            }
        };
        resource.search = new CertificateSearchService() {
            @Override
            public Page<CertificateLine> page(CertificateQuery query, Optional<String> key, int limit) {
                searched.add(query);
                key.ifPresent(given -> asked.add("after " + given));
                return new Page<>(List.of(LINE), Optional.of("7"));
            }

            @Override
            public CertificateDetails certificate(Serial serial) {
                return new CertificateDetails(
                        LINE, "", "CN=Corp", "EC_P256", new Fingerprint("ab".repeat(32)), "PEM of " + serial);
            }
        };
    }

    @Test
    void theListCanBeNarrowedAndTurned() {
        CertificateFilter filter = new CertificateFilter();
        filter.address = "alice";
        filter.serial = "AB:01";
        filter.state = "revoked";
        filter.profile = "signing";
        filter.endsBefore = "2026-11-24T08:00:00Z";
        CertificatesOnWire.Certificates page = resource.list(filter, "9");
        assertThat(searched)
                .containsExactly(new CertificateQuery(
                        "alice",
                        new Serial("ab01"),
                        CertificateStanding.REVOKED,
                        CertificateProfile.SIGNING,
                        Instant.parse("2026-11-24T08:00:00Z")));
        assertThat(asked).containsExactly("after 9");
        assertThat(page.next()).isEqualTo("7");
        assertThat(page.certificates())
                .containsExactly(new CertificatesOnWire.Certificate(
                        "ab01",
                        "alice@corp.example",
                        "SIGNING",
                        "REVOKED",
                        MADE,
                        MADE.plusSeconds(9),
                        new CertificatesOnWire.Revoked(MADE.plusSeconds(1), "SUPERSEDED", null)));
    }

    @Test
    void whatIsAbsentDoesNotNarrow() {
        resource.list(new CertificateFilter(), null);
        assertThat(searched).containsExactly(CertificateQuery.ALL);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        CertificateFilter filter = new CertificateFilter();
        filter.serial = "x";
        assertThatThrownBy(filter::query).isInstanceOf(BadSerial.class);
        assertThatThrownBy(() -> resource.certificate("0")).isInstanceOf(BadSerial.class);
    }

    @Test
    void oneCertificateTellsWhatItSays() {
        CertificatesOnWire.Details details = resource.certificate("AB:01");
        assertThat(details.certificate().serial()).isEqualTo("ab01");
        assertThat(details.issuer()).isEqualTo("CN=Corp");
        assertThat(details.fingerprint()).isEqualTo("ab".repeat(32));
        assertThat(details.pem()).isEqualTo("PEM of ab01");
    }

    @Test
    void aCertificateComesAsPemOrAsBase64() {
        resource.lint(new Measured("-----BEGIN CERTIFICATE-----\n", null));
        resource.lint(new Measured(
                Base64.getEncoder().encodeToString("der".getBytes(StandardCharsets.US_ASCII)), "multipurpose"));
        assertThat(asked).containsExactly("STRICT -----BEGIN CERTIFICATE-----\n", "MULTIPURPOSE der");
    }

    @Test
    void theRulesAreThoseOfAProfile() {
        resource.rules("strict");
        assertThat(asked).containsExactly("STRICT");
    }
}
