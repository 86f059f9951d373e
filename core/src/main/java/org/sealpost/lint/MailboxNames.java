package org.sealpost.lint;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/**
 * The alternative names of a certificate, sorted by kind.
 *
 * @param ascii values of rfc822Name
 * @param international values of id-on-SmtpUTF8Mailbox (RFC 9598)
 * @param others how many otherNames of further kinds
 * @param foreign how many names of kinds that a mailbox does not have: hosts, addresses of networks, URIs
 */
record MailboxNames(List<String> ascii, List<String> international, int others, int foreign) {
    private static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

    MailboxNames {
        ascii = List.copyOf(ascii);
        international = List.copyOf(international);
    }

    static MailboxNames of(LintedCertificate certificate) {
        return certificate
                .value(Extension.subjectAlternativeName, GeneralNames::getInstance)
                .map(MailboxNames::sorted)
                .orElseGet(() -> new MailboxNames(List.of(), List.of(), 0, 0));
    }

    private static MailboxNames sorted(GeneralNames names) {
        List<String> ascii = new ArrayList<>();
        List<String> international = new ArrayList<>();
        int others = 0;
        int foreign = 0;
        for (GeneralName name : names.getNames()) {
            switch (name.getTagNo()) {
                case GeneralName.rfc822Name -> ascii.add(name.getName().toString());
                case GeneralName.otherName -> {
                    OtherName other = OtherName.getInstance(name.getName());
                    if (other.getTypeID().equals(SMTP_UTF8_MAILBOX)) {
                        international.add(
                                ASN1UTF8String.getInstance(other.getValue()).getString());
                    } else {
                        others++;
                    }
                }
                default -> foreign++;
            }
        }
        return new MailboxNames(ascii, international, others, foreign);
    }

    /** All mailboxes. */
    List<String> mailboxes() {
        List<String> all = new ArrayList<>(ascii);
        all.addAll(international);
        return all;
    }
}
