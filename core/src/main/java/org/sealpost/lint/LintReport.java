package org.sealpost.lint;

import java.util.List;

/**
 * What was found in a certificate.
 *
 * @param profile by which it was measured
 * @param rules how many rules were looked at
 * @param findings the rules that it breaks, the heaviest first
 */
public record LintReport(LintProfile profile, int rules, List<LintFinding> findings) {
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Names of the broken rules that forbid issuing. */
    public List<String> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(LintFinding::rule)
                .toList();
    }
}
