package org.sealpost.pki;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/** Turns any text into names that fit a certificate: encoded, never concatenated, and cut to the upper bounds. */
final class Names {
    /** id-on-SmtpUTF8Mailbox, RFC 9598. */
    static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

    /** ub-common-name and ub-organization-name of RFC 5280 appendix A, in characters. */
    private static final int LONGEST = 64;

    private Names() {}

    /**
     * The address as the only common name, written as among the alternative names; no name at all where it is longer
     * than one may be, because half an address is another's.
     *
     * @throws BadEncoding when the address is none
     */
    static X500Name of(Subject subject) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        String address = addresses(mailbox(subject.address())).get(0);
        if (address.codePointCount(0, address.length()) <= LONGEST) {
            add(name, BCStyle.CN, address);
        }
        return name.build();
    }

    static X500Name authority(String organisation) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        addOrganisation(name, organisation);
        add(name, BCStyle.CN, cut(organisation + " Key Manager"));
        return name.build();
    }

    /** Of what signs an authority's messages: the authority's name and one part more. */
    static X500Name messages(X500Name authority) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        for (RDN part : authority.getRDNs()) {
            name.addMultiValuedRDN(part.getTypesAndValues());
        }
        add(name, BCStyle.OU, "Messages");
        return name.build();
    }

    /** The authority's delegate: under the authority's organisation. */
    static X500Name responder(X500Name authority) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        for (RDN part : authority.getRDNs(BCStyle.O)) {
            name.addRDN(part.getFirst());
        }
        add(name, BCStyle.CN, "OCSP responder");
        return name.build();
    }

    /** The key of an escrow: under the authority's organisation. */
    static X500Name escrow(X500Name authority, int version) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        for (RDN part : authority.getRDNs(BCStyle.O)) {
            name.addRDN(part.getFirst());
        }
        add(name, BCStyle.CN, "Key escrow " + version);
        return name.build();
    }

    private static void addOrganisation(X500NameBuilder name, String organisation) {
        String cut = cut(organisation);
        if (!cut.isEmpty()) {
            add(name, BCStyle.O, cut);
        }
    }

    /** As a value, not as text to be parsed: Bouncy Castle would read a name that begins with # as hexadecimal. */
    private static void add(X500NameBuilder name, ASN1ObjectIdentifier attribute, String value) {
        name.addRDN(attribute, new DERUTF8String(value));
    }

    /** Whole code points, without control characters and halves of surrogate pairs. */
    private static String cut(String text) {
        String clean = text.codePoints()
                .map(point -> Character.isISOControl(point) || isLoneSurrogate(point) ? ' ' : point)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.strip();
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /**
     * The address as rfc822Name, or as SmtpUTF8Mailbox when its local part is not ASCII; the domain of an rfc822Name is
     * in ASCII form (RFC 5280 section 7.5).
     *
     * @throws BadEncoding when the address has no local part or its domain is none
     */
    static GeneralName mailbox(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw new BadEncoding("address");
        }
        try {
            return mailbox(address.substring(0, at), address.substring(at + 1));
        } catch (IllegalArgumentException e) {
            throw new BadEncoding("address", e);
        }
    }

    private static GeneralName mailbox(String local, String domain) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
            return new GeneralName(GeneralName.rfc822Name, local + '@' + IDN.toASCII(domain));
        }
        ASN1EncodableVector other = new ASN1EncodableVector();
        other.add(SMTP_UTF8_MAILBOX);
        other.add(new DERTaggedObject(true, 0, new DERUTF8String(local + '@' + IDN.toUnicode(domain))));
        return new GeneralName(GeneralName.otherName, new DERSequence(other));
    }

    /**
     * The mail addresses in the value of a subjectAltName extension.
     *
     * @throws BadEncoding naming {@code what} when the value is broken
     */
    static List<String> addresses(byte[] subjectAltName, String what) {
        return GuardedParsing.of(what, () -> {
            List<String> addresses = new ArrayList<>();
            GeneralNames names = GeneralNames.getInstance(Asn1Bounds.parse(subjectAltName, what));
            for (GeneralName name : names.getNames()) {
                addAddress(name, addresses);
            }
            return List.copyOf(addresses);
        });
    }

    private static List<String> addresses(GeneralName name) {
        List<String> addresses = new ArrayList<>();
        addAddress(name, addresses);
        return addresses;
    }

    private static void addAddress(GeneralName name, List<String> addresses) {
        if (name.getTagNo() == GeneralName.rfc822Name) {
            addresses.add(name.getName().toString());
        } else if (name.getTagNo() == GeneralName.otherName) {
            OtherName other = OtherName.getInstance(name.getName());
            if (other.getTypeID().equals(SMTP_UTF8_MAILBOX)) {
                addresses.add(ASN1UTF8String.getInstance(other.getValue()).getString());
            }
        }
    }
}
