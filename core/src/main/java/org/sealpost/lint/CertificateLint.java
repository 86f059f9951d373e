package org.sealpost.lint;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sealpost.crypto.BadEncoding;

/** Holds certificates against all rules. */
public final class CertificateLint {
    private static final List<LintRule> RULES = Stream.of(
                    FieldRules.ALL,
                    SubjectRules.ALL,
                    MailboxNameRules.ALL,
                    KeyRules.ALL,
                    UsageRules.ALL,
                    PointerRules.ALL,
                    ExtensionRules.ALL)
            .flatMap(List::stream)
            .toList();

    private CertificateLint() {}

    /** Every rule that counts in a profile, as the finding of a certificate that breaks it. */
    public static List<LintFinding> rules(LintProfile profile) {
        return RULES.stream()
                .filter(rule -> rule.profiles().contains(profile))
                .map(LintRule::finding)
                .toList();
    }

    /**
     * Looks at a certificate.
     *
     * @param der the certificate; its signature is not looked at and may be missing
     * @throws BadEncoding when it is none
     */
    public static LintReport check(byte[] der, LintProfile profile) {
        LintedCertificate certificate = LintedCertificate.parse(der);
        List<LintFinding> findings = RULES.stream()
                .filter(rule -> rule.brokenBy(certificate, profile))
                .map(LintRule::finding)
                .sorted(Comparator.comparing(LintFinding::severity))
                .toList();
        return new LintReport(profile, rules(profile).size(), findings);
    }

    /**
     * Lets through what may be issued.
     *
     * @param der what is going to be signed, as a certificate
     * @throws CertificateRefused when it breaks a rule of severity error
     */
    public static void require(byte[] der, LintProfile profile) {
        LintReport report = check(der, profile);
        if (!report.errors().isEmpty()) {
            throw new CertificateRefused(report);
        }
    }
}
