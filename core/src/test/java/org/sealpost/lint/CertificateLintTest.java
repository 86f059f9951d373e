package org.sealpost.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;

class CertificateLintTest {
    private static final Map<String, Consumer<Draft>> SPOILT = Spoilt.ways();

    @ParameterizedTest
    @EnumSource(LintProfile.class)
    void aCertificateWithoutFaultHasNoFindings(LintProfile profile) {
        LintReport report = CertificateLint.check(new Draft(profile).der(), profile);
        assertThat(report.findings()).isEmpty();
        assertThat(report.errors()).isEmpty();
        assertThat(report.rules()).isEqualTo(CertificateLint.rules(profile).size());
        CertificateLint.require(new Draft(profile).der(), profile);
    }

    static Stream<LintFinding> rules() {
        return CertificateLint.rules(LintProfile.STRICT).stream();
    }

    /** One certificate for each rule, which breaks that rule and no other. */
    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleIsBrokenByItsOwnCertificateAlone(LintFinding rule) {
        byte[] spoilt = spoilt(rule.rule(), LintProfile.STRICT);
        assertThat(CertificateLint.check(spoilt, LintProfile.STRICT).findings()).containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anErrorForbidsIssuingAndNothingElseDoes(LintFinding rule) {
        byte[] spoilt = spoilt(rule.rule(), LintProfile.STRICT);
        if (rule.severity() == Severity.ERROR) {
            assertThatThrownBy(() -> CertificateLint.require(spoilt, LintProfile.STRICT))
                    .isInstanceOfSatisfying(CertificateRefused.class, refused -> {
                        assertThat(refused.code()).isEqualTo("certificate-refused");
                        assertThat(refused.arguments()).containsExactly(rule.rule());
                    });
        } else {
            CertificateLint.require(spoilt, LintProfile.STRICT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-names", "data-encipherment", "mail-alone", "adobe"})
    void whatOnlyTheStrictProfileForbidsPassesInTheOther(String rule) {
        byte[] spoilt = spoilt(rule, LintProfile.MULTIPURPOSE);
        assertThat(CertificateLint.check(spoilt, LintProfile.MULTIPURPOSE).findings())
                .isEmpty();
    }

    @Test
    void everyOtherRuleCountsInBothProfiles() {
        Set<String> strict = ids(LintProfile.STRICT);
        Set<String> both = ids(LintProfile.MULTIPURPOSE);
        assertThat(strict).containsAll(both);
        strict.removeAll(both);
        assertThat(strict).containsExactlyInAnyOrder("other-names", "data-encipherment", "mail-alone", "adobe");
        both.forEach(rule -> assertThat(
                        CertificateLint.check(spoilt(rule, LintProfile.MULTIPURPOSE), LintProfile.MULTIPURPOSE)
                                .findings())
                .extracting(LintFinding::rule)
                .containsExactly(rule));
    }

    @Test
    void rulesHaveDifferentNamesAndEachNamesItsSource() {
        List<LintFinding> rules = CertificateLint.rules(LintProfile.STRICT);
        assertThat(rules).hasSizeGreaterThan(60).extracting(LintFinding::rule).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.rule()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(rule.source()).matches("(RFC \\d{4}|SMIME BR) [A-Z0-9.]+( [a-z])?");
        });
        assertThat(SPOILT.keySet())
                .isEqualTo(rules.stream().map(LintFinding::rule).collect(Collectors.toSet()));
    }

    @Test
    void theHeaviestFindingsComeFirst() {
        Draft draft = new Draft(LintProfile.STRICT);
        draft.policies("1.3.6.1.4.1.99999.1");
        draft.drop(Extension.subjectKeyIdentifier);
        draft.drop(Extension.keyUsage);
        assertThat(CertificateLint.check(draft.der(), LintProfile.STRICT).findings())
                .extracting(LintFinding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.NOTICE);
    }

    @Test
    void whatCannotBeReadBreaksTheRulesAboutIt() {
        Draft draft = new Draft(LintProfile.STRICT);
        draft.put(Extension.cRLDistributionPoints, false, new byte[] {1, 2, 3});
        assertThat(CertificateLint.check(draft.der(), LintProfile.STRICT).errors())
                .containsExactlyInAnyOrder("list-address", "list-scheme");
    }

    @Test
    void damageEndsInAReportOrInOneTypedRefusal() {
        byte[] whole = new Draft(LintProfile.STRICT).der();
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = whole.clone();
            for (int times = random.nextInt(3); times >= 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            seen.add(outcome(damaged, seed));
        }
        assertThat(seen).contains("report", "bad-encoding");
    }

    private static String outcome(byte[] damaged, long seed) {
        try {
            assertThat(CertificateLint.check(damaged, LintProfile.STRICT))
                    .as("seed %s", seed)
                    .isNotNull();
            return "report";
        } catch (BadEncoding e) {
            return e.code();
        }
    }

    @Test
    void moreThanACertificateMayHoldIsNotEvenParsed() {
        assertThatThrownBy(() -> CertificateLint.check(new byte[64 * 1024 + 1], LintProfile.STRICT))
                .isInstanceOf(BadEncoding.class);
    }

    private static byte[] spoilt(String rule, LintProfile profile) {
        Draft draft = new Draft(profile);
        Objects.requireNonNull(SPOILT.get(rule), rule).accept(draft);
        return draft.der();
    }

    private static Set<String> ids(LintProfile profile) {
        return CertificateLint.rules(profile).stream()
                .map(LintFinding::rule)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
