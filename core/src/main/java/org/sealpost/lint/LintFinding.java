package org.sealpost.lint;

/**
 * A rule that a certificate breaks.
 *
 * @param rule the rule's stable name
 * @param source document and section that the rule comes from
 * @param severity how much it weighs
 */
public record LintFinding(String rule, String source, Severity severity) {}
