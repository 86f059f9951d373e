package org.sealpost.lint;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/**
 * One rule.
 *
 * @param id stable name in kebab-case; its texts are {@code lint.<id>}
 * @param source document and section that it comes from
 * @param severity how much it weighs when broken
 * @param profiles where it counts
 * @param holds whether a certificate keeps it in a profile
 */
record LintRule(
        String id,
        String source,
        Severity severity,
        Set<LintProfile> profiles,
        BiPredicate<LintedCertificate, LintProfile> holds) {
    private static final Set<LintProfile> BOTH = Set.of(LintProfile.values());

    LintRule {
        profiles = Set.copyOf(profiles);
    }

    /** What the standard calls shall. */
    static LintRule shall(String id, String source, Predicate<LintedCertificate> holds) {
        return shall(id, source, (certificate, profile) -> holds.test(certificate));
    }

    /** What the standard calls shall, and what differs between the profiles. */
    static LintRule shall(String id, String source, BiPredicate<LintedCertificate, LintProfile> holds) {
        return new LintRule(id, source, Severity.ERROR, BOTH, holds);
    }

    /** What the standard calls shall in the strict profile alone. */
    static LintRule strict(String id, String source, Predicate<LintedCertificate> holds) {
        return new LintRule(
                id,
                source,
                Severity.ERROR,
                Set.of(LintProfile.STRICT),
                (certificate, profile) -> holds.test(certificate));
    }

    /** What the standard calls should. */
    static LintRule should(String id, String source, Predicate<LintedCertificate> holds) {
        return new LintRule(id, source, Severity.WARNING, BOTH, (certificate, profile) -> holds.test(certificate));
    }

    /** What is worth knowing. */
    static LintRule notice(String id, String source, Predicate<LintedCertificate> holds) {
        return new LintRule(id, source, Severity.NOTICE, BOTH, (certificate, profile) -> holds.test(certificate));
    }

    /** What cannot even be read does not keep the rule. */
    boolean brokenBy(LintedCertificate certificate, LintProfile profile) {
        try {
            return profiles.contains(profile)
                    && !GuardedParsing.of("certificate", () -> holds.test(certificate, profile));
        } catch (BadEncoding e) {
            return true;
        }
    }

    LintFinding finding() {
        return new LintFinding(id, source, severity);
    }
}
