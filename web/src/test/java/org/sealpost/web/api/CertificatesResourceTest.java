package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.issuing.LintService;
import org.sealpost.lint.LintFinding;
import org.sealpost.lint.LintProfile;
import org.sealpost.lint.LintReport;
import org.sealpost.web.api.CertificatesResource.Measured;

class CertificatesResourceTest {
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
