package org.sealpost.lint;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** For each rule, how a draft comes to break that rule and no other. */
final class Spoilt {
    private static final GeneralName ALICE = new GeneralName(GeneralName.rfc822Name, Draft.ADDRESS);

    private final Map<String, Consumer<Draft>> ways = new LinkedHashMap<>();

    private Spoilt() {
        fields();
        subject();
        names();
        SpoiltKeys.into(ways);
        usage();
        pointers();
        extensions();
        policiesAndStrangers();
    }

    /** By the rule's id. */
    static Map<String, Consumer<Draft>> ways() {
        return new Spoilt().ways;
    }

    private void fields() {
        ways.put("version-3", draft -> draft.version = new ASN1Integer(1));
        ways.put("serial-positive", draft -> draft.serial = draft.serial.negate());
        ways.put("serial-length", draft -> draft.serial = BigInteger.ONE.shiftLeft(160));
        ways.put("serial-random", draft -> draft.serial = BigInteger.TEN);
        ways.put("algorithms-agree", draft -> draft.outside = "300a06082a8648ce3d040303");
        ways.put("signature-algorithm", draft -> {
            draft.inside = "300d06092a864886f70d0101050500";
            draft.outside = draft.inside;
        });
        ways.put("issuer-present", draft -> draft.issuer = X500Name.getInstance(new DERSequence()));
        ways.put("unique-ids", draft -> draft.unique.add(new DERTaggedObject(false, 2, new DERBitString(new byte[4]))));
        ways.put("time-form", draft -> draft.notAfter = new DERGeneralizedTime("20271124115959Z"));
        ways.put("validity-order", draft -> draft.notAfter = new DERUTCTime("251124115959Z"));
        ways.put("validity-length", draft -> draft.notAfter = new DERUTCTime("290227120000Z"));
        ways.put(
                "extension-once",
                draft ->
                        draft.repeated.add(new Extension(Extension.subjectKeyIdentifier, false, new byte[] {4, 1, 1})));
        ways.put("extension-not-empty", draft -> draft.put(new ASN1ObjectIdentifier("1.2.3.4"), false, new byte[0]));
    }

    private void subject() {
        ways.put("subject-attributes", draft -> draft.subject = with(BCStyle.O, "Corp"));
        ways.put("common-name", draft -> draft.subject = Draft.name(BCStyle.CN, "Alice Archer"));
        ways.put("subject-address", draft -> draft.subject = mail("bob@corp.example"));
        ways.put("attribute-length", draft -> draft.subject = with(BCStyle.SERIALNUMBER, "1".repeat(65)));
        ways.put("attribute-type", draft -> draft.subject = with(BCStyle.EmailAddress, Draft.ADDRESS));
        ways.put("attribute-blank", draft -> draft.subject = with(BCStyle.SERIALNUMBER, " - "));
        ways.put("empty-subject", draft -> draft.subject = X500Name.getInstance(new DERSequence()));
    }

    private static X500NameBuilder alice() {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, new DERUTF8String(Draft.ADDRESS));
    }

    private static X500Name with(ASN1ObjectIdentifier type, String value) {
        return alice().addRDN(type, new DERUTF8String(value)).build();
    }

    private static X500Name mail(String address) {
        return alice().addRDN(BCStyle.EmailAddress, new DERIA5String(address)).build();
    }

    private void names() {
        ways.put("names-present", draft -> {
            draft.subject = Draft.name(BCStyle.SERIALNUMBER, "17");
            draft.drop(Extension.subjectAlternativeName);
        });
        ways.put("names-critical", draft -> draft.turn(Extension.subjectAlternativeName));
        ways.put("mailbox-named", draft -> {
            draft.subject = Draft.name(BCStyle.SERIALNUMBER, "17");
            draft.put(Extension.subjectAlternativeName, false, new DERSequence());
        });
        ways.put("foreign-names", draft -> draft.names(ALICE, new GeneralName(GeneralName.dNSName, "corp.example")));
        ways.put("other-names", draft -> draft.names(ALICE, other("1.3.6.1.4.1.311.20.2.3", "alice@corp.example")));
        ways.put("address-form", draft -> draft.names(ALICE, new GeneralName(GeneralName.rfc822Name, "Alice <a@b>")));
        ways.put("international-form", draft -> draft.names(ALICE, other("1.3.6.1.5.5.7.8.9", "bob@corp.example")));
    }

    private static GeneralName other(String type, String value) {
        return new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier(type), new DERTaggedObject(true, 0, new DERUTF8String(value))
        }));
    }

    private void usage() {
        ways.put("key-usage-present", draft -> draft.drop(Extension.keyUsage));
        ways.put("key-usage-critical", draft -> draft.turn(Extension.keyUsage));
        ways.put("key-usage-bits", draft -> draft.usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
        ways.put("data-encipherment", draft -> draft.rsa(SpoiltKeys.modulus(2048), 65537)
                .usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
        ways.put("cipher-only", draft -> draft.usage(KeyUsage.digitalSignature | KeyUsage.encipherOnly));
        ways.put("one-use", draft -> draft.usage(KeyUsage.digitalSignature | KeyUsage.keyAgreement));
        ways.put("purposes-present", draft -> draft.drop(Extension.extendedKeyUsage));
        ways.put("mail-purpose", draft -> draft.purposes(KeyPurposeId.id_kp_clientAuth));
        ways.put(
                "forbidden-purpose",
                draft -> draft.purposes(KeyPurposeId.id_kp_emailProtection, KeyPurposeId.id_kp_serverAuth));
        ways.put(
                "mail-alone",
                draft -> draft.purposes(KeyPurposeId.id_kp_emailProtection, KeyPurposeId.id_kp_clientAuth));
    }

    private void pointers() {
        ways.put("list-present", draft -> draft.drop(Extension.cRLDistributionPoints));
        ways.put("list-critical", draft -> draft.turn(Extension.cRLDistributionPoints));
        ways.put(
                "list-address",
                draft -> draft.put(
                        Extension.cRLDistributionPoints,
                        false,
                        new DERSequence(new DistributionPoint(
                                new DistributionPointName(
                                        new GeneralNames(new GeneralName(Draft.name(BCStyle.O, "Corp")))),
                                null,
                                null))));
        ways.put("list-scheme", draft -> draft.list("http://corp.example/ca.crl", "ldap://corp.example/ca"));
        ways.put("access-present", draft -> draft.drop(Extension.authorityInfoAccess));
        ways.put("access-critical", draft -> draft.turn(Extension.authorityInfoAccess));
        ways.put("responder-scheme", draft -> draft.access("https://corp.example/ocsp", "http://corp.example/ca.cer"));
        ways.put("issuer-scheme", draft -> draft.access("http://corp.example/ocsp", "ldap://corp.example/ca"));
        ways.put(
                "issuer-address",
                draft -> draft.put(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                AccessDescription.id_ad_ocsp, Draft.uri("http://corp.example/ocsp"))));
    }

    private void extensions() {
        ways.put("authority-key-present", draft -> draft.drop(Extension.authorityKeyIdentifier));
        ways.put("authority-key-critical", draft -> draft.turn(Extension.authorityKeyIdentifier));
        ways.put(
                "authority-key-form",
                draft -> draft.put(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(
                                new byte[20], new GeneralNames(new GeneralName(draft.issuer)), BigInteger.ONE)));
        ways.put("subject-key-present", draft -> draft.drop(Extension.subjectKeyIdentifier));
        ways.put("subject-key-critical", draft -> draft.turn(Extension.subjectKeyIdentifier));
        ways.put("not-an-authority", draft -> draft.put(Extension.basicConstraints, true, new BasicConstraints(true)));
        ways.put(
                "no-path-length",
                draft -> draft.put(Extension.basicConstraints, true, new DERSequence(new ASN1Integer(0))));
    }

    private void policiesAndStrangers() {
        ways.put("policy-claimed", draft -> draft.policies("1.3.6.1.4.1.99999.1"));
        ways.put("policy-fits", draft -> draft.policies("2.23.140.1.5.2.1"));
        ways.put("policy-critical", draft -> draft.turn(Extension.certificatePolicies));
        ways.put(
                "capabilities-critical",
                draft -> draft.put(PKCSObjectIdentifiers.pkcs_9_at_smimeCapabilities.getId(), true));
        ways.put("directory-attributes", draft -> draft.put(Extension.subjectDirectoryAttributes.getId(), false));
        ways.put("statements-critical", draft -> draft.put(Extension.qCStatements.getId(), true));
        ways.put("legal-entity", draft -> draft.put("1.3.6.1.4.1.52266.1", false));
        ways.put("adobe", draft -> draft.put("1.2.840.113583.1.1.9.1", false));
        ways.put("critical-known", draft -> draft.put("1.3.6.1.4.1.99999.2", true));
    }
}
