package org.sealpost.lint;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * A certificate without fault, of which a test spoils one part. Written part by part, because builders of certificates
 * do not write what is wrong; its signature is nothing.
 */
final class Draft {
    static final String ADDRESS = "alice@corp.example";
    static final String ECDSA = "300a06082a8648ce3d040302";
    private static final String RSA = "300d06092a864886f70d0101010500";
    private static final String P256 = "301306072a8648ce3d020106082a8648ce3d030107";
    private static final byte[] POINT = HexFormat.of()
            .parseHex(
                    "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e16"
                            + "2bce33576b315ececbb6406837bf51f5");

    ASN1Encodable version = new ASN1Integer(2);
    BigInteger serial = BigInteger.ONE.shiftLeft(100);
    String inside = ECDSA;
    String outside = ECDSA;
    X500Name issuer = name(BCStyle.O, "Corp");
    ASN1Primitive notBefore = new DERUTCTime("261124120000Z");
    ASN1Primitive notAfter = new DERUTCTime("271124115959Z");
    X500Name subject = name(BCStyle.CN, ADDRESS);
    ASN1Encodable key = key(P256, POINT);
    final List<ASN1Encodable> unique = new ArrayList<>();
    final List<ASN1Encodable> repeated = new ArrayList<>();
    private final Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = new LinkedHashMap<>();

    Draft(LintProfile profile) {
        put(Extension.basicConstraints, true, new BasicConstraints(false));
        put(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        put(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
        names(new GeneralName(GeneralName.rfc822Name, ADDRESS));
        put(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(new byte[20]));
        put(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20]));
        list("http://corp.example/ca.crl");
        access("http://corp.example/ocsp", "http://corp.example/ca.cer");
        policies(profile.policy());
    }

    static X500Name name(ASN1ObjectIdentifier type, String value) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(type, new DERUTF8String(value))
                .build();
    }

    static ASN1Encodable key(String algorithm, byte[] bits) {
        return new DERSequence(new ASN1Encodable[] {hex(algorithm), new DERBitString(bits)});
    }

    Draft rsa(BigInteger modulus, long exponent) {
        try {
            key = key(RSA, new RSAPublicKey(modulus, BigInteger.valueOf(exponent)).getEncoded());
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            put(id, critical, value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(ASN1ObjectIdentifier id, boolean critical, byte[] value) {
        extensions.put(id, new Extension(id, critical, new DEROctetString(value)));
    }

    void put(String id, boolean critical) {
        put(new ASN1ObjectIdentifier(id), critical, new DERSequence());
    }

    /** The same with the other value of critical. */
    void turn(ASN1ObjectIdentifier id) {
        Extension found = Extension.getInstance(extensions.get(id));
        put(id, !found.isCritical(), found.getExtnValue().getOctets());
    }

    void drop(ASN1ObjectIdentifier id) {
        extensions.remove(id);
    }

    void names(GeneralName... names) {
        put(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    void usage(int bits) {
        put(Extension.keyUsage, true, new KeyUsage(bits));
    }

    void purposes(KeyPurposeId... purposes) {
        put(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    }

    void list(String... addresses) {
        ASN1EncodableVector points = new ASN1EncodableVector();
        for (String address : addresses) {
            DistributionPointName name = new DistributionPointName(new GeneralNames(uri(address)));
            points.add(new DistributionPoint(name, null, null));
        }
        put(Extension.cRLDistributionPoints, false, CRLDistPoint.getInstance(new DERSequence(points)));
    }

    void access(String responder, String authority) {
        put(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri(responder)),
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(authority))
        }));
    }

    void policies(String... policies) {
        PolicyInformation[] all = new PolicyInformation[policies.length];
        for (int i = 0; i < policies.length; i++) {
            all[i] = new PolicyInformation(new ASN1ObjectIdentifier(policies[i]));
        }
        put(Extension.certificatePolicies, false, new CertificatePolicies(all));
    }

    static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private static ASN1Primitive hex(String der) {
        try {
            return ASN1Primitive.fromByteArray(HexFormat.of().parseHex(der));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] der() {
        ASN1EncodableVector signed = new ASN1EncodableVector();
        signed.add(new DERTaggedObject(true, 0, version));
        signed.add(new ASN1Integer(serial));
        signed.add(hex(inside));
        signed.add(issuer);
        signed.add(new DERSequence(new ASN1Encodable[] {notBefore, notAfter}));
        signed.add(subject);
        signed.add(key);
        unique.forEach(signed::add);
        ASN1EncodableVector all = new ASN1EncodableVector();
        extensions.values().forEach(all::add);
        repeated.forEach(all::add);
        signed.add(new DERTaggedObject(true, 3, new DERSequence(all)));
        try {
            return new DERSequence(
                            new ASN1Encodable[] {new DERSequence(signed), hex(outside), new DERBitString(new byte[64])})
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
