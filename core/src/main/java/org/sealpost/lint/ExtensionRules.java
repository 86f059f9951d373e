package org.sealpost.lint;

import static org.sealpost.lint.LintRule.notice;
import static org.sealpost.lint.LintRule.shall;
import static org.sealpost.lint.LintRule.should;
import static org.sealpost.lint.LintRule.strict;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;

/** Identifiers of keys, constraints, policies, and what has no place in a mailbox's certificate. */
final class ExtensionRules {
    private static final String POLICIES = "SMIME BR 7.1.2.3 a";
    private static final String AUTHORITY_KEY = "SMIME BR 7.1.2.3 g";
    private static final String CONSTRAINTS = "SMIME BR 7.1.2.3 d";

    /** The arc under which all reserved policies of S/MIME certificates lie. */
    private static final String RESERVED = "2.23.140.1.5.";

    private static final List<String> LEI = List.of("1.3.6.1.4.1.52266.1", "1.3.6.1.4.1.52266.2");
    private static final List<String> ADOBE = List.of("1.2.840.113583.1.1.9.1", "1.2.840.113583.1.1.9.2");

    /** Extensions that peers have to understand when they are critical. */
    private static final Set<ASN1ObjectIdentifier> COMMON = Set.of(
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.basicConstraints,
            Extension.subjectAlternativeName,
            Extension.certificatePolicies,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess,
            Extension.authorityKeyIdentifier,
            Extension.subjectKeyIdentifier,
            Extension.subjectDirectoryAttributes,
            Extension.qCStatements,
            PKCSObjectIdentifiers.pkcs_9_at_smimeCapabilities);

    static final List<LintRule> ALL = List.of(
            shall("authority-key-present", AUTHORITY_KEY, one -> one.has(Extension.authorityKeyIdentifier)),
            shall("authority-key-critical", AUTHORITY_KEY, one -> !one.critical(Extension.authorityKeyIdentifier)),
            shall("authority-key-form", AUTHORITY_KEY, ExtensionRules::byKeyAlone),
            should("subject-key-present", "SMIME BR 7.1.2.3 n", one -> one.has(Extension.subjectKeyIdentifier)),
            shall("subject-key-critical", "SMIME BR 7.1.2.3 n", one -> !one.critical(Extension.subjectKeyIdentifier)),
            shall(
                    "not-an-authority",
                    CONSTRAINTS,
                    one -> one.ifHas(
                            Extension.basicConstraints, BasicConstraints::getInstance, found -> !found.isCA())),
            shall(
                    "no-path-length",
                    CONSTRAINTS,
                    one -> one.ifHas(
                            Extension.basicConstraints,
                            BasicConstraints::getInstance,
                            found -> found.getPathLenConstraint() == null)),
            notice("policy-claimed", POLICIES, one -> reserved(one).findAny().isPresent()),
            shall("policy-fits", POLICIES, (one, profile) -> reserved(one)
                    .allMatch(policy -> policy.equals(profile.policy()))),
            should("policy-critical", POLICIES, one -> !one.critical(Extension.certificatePolicies)),
            shall(
                    "capabilities-critical",
                    "SMIME BR 7.1.2.3 i",
                    one -> !one.critical(PKCSObjectIdentifiers.pkcs_9_at_smimeCapabilities)),
            shall("directory-attributes", "SMIME BR 7.1.2.3 j", one -> !one.has(Extension.subjectDirectoryAttributes)),
            shall("statements-critical", "SMIME BR 7.1.2.3 k", one -> !one.critical(Extension.qCStatements)),
            shall("legal-entity", "SMIME BR 7.1.2.3 l", one -> !hasAny(one, LEI)),
            strict("adobe", "SMIME BR 7.1.2.3 m", one -> !hasAny(one, ADOBE)),
            should("critical-known", "RFC 5280 4.2", one -> one.extensions().stream()
                    .filter(Extension::isCritical)
                    .allMatch(extension -> COMMON.contains(extension.getExtnId()))));

    private ExtensionRules() {}

    private static boolean byKeyAlone(LintedCertificate one) {
        return one.ifHas(
                Extension.authorityKeyIdentifier,
                AuthorityKeyIdentifier::getInstance,
                found -> found.getKeyIdentifierOctets() != null
                        && found.getAuthorityCertIssuer() == null
                        && found.getAuthorityCertSerialNumber() == null);
    }

    private static Stream<String> reserved(LintedCertificate one) {
        return one.value(Extension.certificatePolicies, CertificatePolicies::getInstance)
                .map(policies -> Arrays.stream(policies.getPolicyInformation()))
                .orElse(Stream.empty())
                .map(policy -> policy.getPolicyIdentifier().getId())
                .filter(policy -> policy.startsWith(RESERVED));
    }

    private static boolean hasAny(LintedCertificate one, List<String> ids) {
        return one.extensions().stream()
                .anyMatch(extension -> ids.contains(extension.getExtnId().getId()));
    }
}
