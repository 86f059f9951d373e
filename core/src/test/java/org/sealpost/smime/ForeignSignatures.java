package org.sealpost.smime;

import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.sealpost.pki.OwnedKey;

/** Signs as peers do and ours never would, by Bouncy Castle's structures and with indefinite lengths. */
final class ForeignSignatures {

    private static final AlgorithmIdentifier SHA_512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);

    private ForeignSignatures() {}

    /** With an Ed25519 key (RFC 8419). */
    static byte[] signed(OwnedKey key, byte[] message) throws Exception {
        AlgorithmIdentifier ed25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        return CmsBytes.message(signed(new Scheme("Ed25519", ed25519), key, message));
    }

    /** With an EC key, further signed attributes, and further certificates that come along; as CMS. */
    static byte[] announcing(OwnedKey key, byte[] message, List<Attribute> further, X509Certificate... others)
            throws Exception {
        AlgorithmIdentifier ecdsa = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512);
        return signed(new Scheme("SHA512withECDSA", ecdsa, further, List.of(others)), key, message);
    }

    private record Scheme(
            String name, AlgorithmIdentifier identifier, List<Attribute> further, List<X509Certificate> others) {
        Scheme(String name, AlgorithmIdentifier identifier) {
            this(name, identifier, List.of(), List.of());
        }
    }

    private static byte[] signed(Scheme scheme, OwnedKey key, byte[] message) throws Exception {
        DERSet signedAttributes = attributes(scheme, message);
        Signature signature = Signature.getInstance(scheme.name(), Corp.PROVIDERS.bouncyCastle());
        signature.initSign(key.privateKey());
        signature.update(signedAttributes.getEncoded(ASN1Encoding.DER));
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(CertificateName.of(key.certificate()).toAsn1()),
                SHA_512,
                signedAttributes,
                scheme.identifier(),
                new DEROctetString(signature.sign()),
                null);
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        certificates.add(Certificate.getInstance(key.certificate().getEncoded()));
        for (X509Certificate other : scheme.others()) {
            certificates.add(Certificate.getInstance(other.getEncoded()));
        }
        SignedData data = new SignedData(
                new DERSet(SHA_512),
                new ContentInfo(CMSObjectIdentifiers.data, new BEROctetString(message)),
                new DERSet(certificates),
                null,
                new DERSet(signer));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.BER);
    }

    private static DERSet attributes(Scheme scheme, byte[] message) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(message);
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        scheme.further().forEach(attributes::add);
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(Corp.NOW)))));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
        return new DERSet(attributes);
    }
}
