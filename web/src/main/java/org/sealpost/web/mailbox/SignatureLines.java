package org.sealpost.web.mailbox;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;
import org.sealpost.smime.SignatureCheck;
import org.sealpost.smime.SignatureStatus;
import org.sealpost.web.Moments;

/**
 * One signature as the page explains it.
 *
 * @param number from 1, outermost first
 * @param checks a line for each check
 * @param facts its certificate and how it was made
 */
public record SignatureLines(int number, List<CheckLine> checks, List<Fact> facts) {

    /** Findings whose values are names of certificates. */
    private static final Set<String> NAMING = Set.of(
            "signer-known", "signer-substituted", "chain-trusted", "chain-untrusted", "chain-broken", "crl-missing");

    /** Explains a signature. */
    static SignatureLines of(int number, SignatureStatus signature, MailTexts texts, Moments moments) {
        List<CheckLine> checks = signature.checks().stream()
                .map(check -> line(check, texts, moments))
                .toList();
        return new SignatureLines(number, checks, facts(signature, texts, moments));
    }

    private static CheckLine line(SignatureCheck check, MailTexts texts, Moments moments) {
        Finding finding = check.finding();
        String key = "finding." + finding.code();
        boolean names = NAMING.contains(finding.code());
        Object[] arguments = finding.arguments().stream()
                .map(argument -> words(argument, names, moments))
                .toArray();
        String text = texts.has(key) ? texts.of(key, arguments) : texts.of("finding.other", finding.code());
        return new CheckLine(check.kind(), finding.outcome(), text);
    }

    /** An address is shown letter by letter, even one that looks like a name. */
    private static String words(Object argument, boolean name, Moments moments) {
        if (argument instanceof Instant at) {
            return moments.at(at);
        }
        return name ? DistinguishedName.readable(String.valueOf(argument)) : String.valueOf(argument);
    }

    private static List<Fact> facts(SignatureStatus signature, MailTexts texts, Moments moments) {
        List<Fact> facts = new ArrayList<>();
        signature.signedAt().ifPresent(at -> facts.add(new Fact("details.signedat", moments.exactly(at), false)));
        facts.add(new Fact("details.algorithm", signature.algorithm(), false));
        signature.signer().ifPresent(certificate -> facts.addAll(facts(certificate, texts, moments)));
        return facts;
    }

    private static List<Fact> facts(X509Certificate certificate, MailTexts texts, Moments moments) {
        String validity = texts.of(
                "details.validity.value",
                moments.on(certificate.getNotBefore().toInstant()),
                moments.on(certificate.getNotAfter().toInstant()));
        return List.of(
                new Fact(
                        "details.subject",
                        DistinguishedName.readable(
                                certificate.getSubjectX500Principal().getName()),
                        false),
                new Fact(
                        "details.issuer",
                        DistinguishedName.readable(
                                certificate.getIssuerX500Principal().getName()),
                        false),
                new Fact("details.validity", validity, false),
                new Fact("details.serial", grouped(hex(certificate.getSerialNumber())), true),
                new Fact("details.fingerprint", grouped(Certificates.fingerprint(certificate)), true));
    }

    private static String hex(BigInteger number) {
        String digits = number.toString(16);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    private static String grouped(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1 ");
    }
}
