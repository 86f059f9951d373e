package org.sealpost.lint;

import static org.sealpost.lint.LintRule.shall;
import static org.sealpost.lint.LintRule.should;
import static org.sealpost.lint.LintRule.strict;

import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Extension;

/** Which mailboxes a certificate names, and in which form. */
final class MailboxNameRules {
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN = LABEL + "(?:\\." + LABEL + ")*";

    /** Mailbox of RFC 5321 section 4.1.2, without domain literals. */
    private static final Pattern ASCII =
            Pattern.compile("(?:" + ATOM + "(?:\\." + ATOM + ")*|\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\")@" + DOMAIN);

    private static final Pattern INTERNATIONAL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final String BR_NAMES = "SMIME BR 7.1.4.2.1";

    static final List<LintRule> ALL = List.of(
            shall("names-present", "SMIME BR 7.1.2.3 h", one -> one.has(Extension.subjectAlternativeName)),
            should(
                    "names-critical",
                    "SMIME BR 7.1.2.3 h",
                    one -> one.subject().getRDNs().length == 0 || !one.critical(Extension.subjectAlternativeName)),
            shall(
                    "mailbox-named",
                    BR_NAMES,
                    one -> !one.has(Extension.subjectAlternativeName)
                            || !MailboxNames.of(one).mailboxes().isEmpty()),
            shall("foreign-names", BR_NAMES, one -> MailboxNames.of(one).foreign() == 0),
            strict("other-names", BR_NAMES, one -> MailboxNames.of(one).others() == 0),
            shall("address-form", "RFC 5280 4.2.1.6", one -> MailboxNames.of(one).ascii().stream()
                    .allMatch(address -> ASCII.matcher(address).matches())),
            shall("international-form", "RFC 9598 3", one -> MailboxNames.of(one).international().stream()
                    .allMatch(MailboxNameRules::international)));

    private MailboxNameRules() {}

    /** Only where the local part cannot be written as an rfc822Name. */
    private static boolean international(String address) {
        int at = address.lastIndexOf('@');
        return INTERNATIONAL.matcher(address).matches()
                && address.substring(0, at).chars().anyMatch(character -> character > 0x7f);
    }
}
