package org.sealpost.lint;

import static org.sealpost.lint.LintRule.shall;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;

/** What the subject's name may hold: of a mailbox-validated certificate, the mailbox and nothing of a person. */
final class SubjectRules {
    /** Allowed attributes, each with its longest value in characters (RFC 5280 appendix A.1). */
    private static final Map<ASN1ObjectIdentifier, Integer> ALLOWED =
            Map.of(BCStyle.CN, 64, BCStyle.SERIALNUMBER, 64, BCStyle.EmailAddress, 255);

    static final List<LintRule> ALL = List.of(
            shall(
                    "subject-attributes",
                    "SMIME BR 7.1.4.2.3",
                    every(attribute -> ALLOWED.containsKey(attribute.getType()))),
            shall("common-name", "SMIME BR 7.1.4.2.2", one -> inNames(one, BCStyle.CN)),
            shall("subject-address", "SMIME BR 7.1.4.2.1", one -> inNames(one, BCStyle.EmailAddress)),
            shall("attribute-length", "RFC 5280 A.1", every(SubjectRules::fits)),
            shall("attribute-type", "RFC 5280 4.1.2.6", every(SubjectRules::encoded)),
            shall("attribute-blank", "SMIME BR 7.1.4.2", every(attribute -> !text(attribute.getValue())
                    .matches("[.\\- ]*"))),
            shall(
                    "empty-subject",
                    "RFC 5280 4.1.2.6",
                    one -> one.subject().getRDNs().length > 0 || one.critical(Extension.subjectAlternativeName)));

    private SubjectRules() {}

    private static Predicate<LintedCertificate> every(Predicate<AttributeTypeAndValue> holds) {
        return one -> attributes(one).allMatch(holds);
    }

    private static Stream<AttributeTypeAndValue> attributes(LintedCertificate one) {
        return Arrays.stream(one.subject().getRDNs()).flatMap(part -> Arrays.stream(part.getTypesAndValues()));
    }

    /** Whether every value of that attribute is one of the mailboxes that the certificate names. */
    private static boolean inNames(LintedCertificate one, ASN1ObjectIdentifier type) {
        List<String> mailboxes = MailboxNames.of(one).mailboxes();
        return attributes(one)
                .filter(attribute -> attribute.getType().equals(type))
                .map(attribute -> text(attribute.getValue()))
                .allMatch(value -> mailboxes.stream().anyMatch(value::equalsIgnoreCase));
    }

    private static boolean fits(AttributeTypeAndValue attribute) {
        String value = text(attribute.getValue());
        return value.codePointCount(0, value.length()) <= ALLOWED.getOrDefault(attribute.getType(), Integer.MAX_VALUE);
    }

    private static boolean encoded(AttributeTypeAndValue attribute) {
        ASN1Encodable value = attribute.getValue();
        if (attribute.getType().equals(BCStyle.EmailAddress)) {
            return value instanceof ASN1IA5String;
        }
        return value instanceof ASN1UTF8String || value instanceof ASN1PrintableString;
    }

    /** Values of other kinds have no text, and are named by another rule. */
    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string ? string.getString() : "?";
    }
}
