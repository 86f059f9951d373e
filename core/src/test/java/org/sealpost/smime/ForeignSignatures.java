package org.sealpost.smime;

import java.security.MessageDigest;
import java.security.Signature;
import java.util.Date;
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
import org.sealpost.pki.OwnedKey;

/** Signs as a peer with an Ed25519 key does (RFC 8419), by Bouncy Castle's structures and with indefinite lengths. */
final class ForeignSignatures {

    private static final AlgorithmIdentifier SHA_512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);

    private ForeignSignatures() {}

    static byte[] signed(OwnedKey key, byte[] message) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(message);
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(Corp.NOW)))));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
        DERSet signedAttributes = new DERSet(attributes);
        Signature signature = Signature.getInstance("Ed25519", Corp.PROVIDERS.bouncyCastle());
        signature.initSign(key.privateKey());
        signature.update(signedAttributes.getEncoded(ASN1Encoding.DER));
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(CertificateName.of(key.certificate()).toAsn1()),
                SHA_512,
                signedAttributes,
                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                new DEROctetString(signature.sign()),
                null);
        SignedData data = new SignedData(
                new DERSet(SHA_512),
                new ContentInfo(CMSObjectIdentifiers.data, new BEROctetString(message)),
                new DERSet(Certificate.getInstance(key.certificate().getEncoded())),
                null,
                new DERSet(signer));
        return CmsBytes.message(new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.BER));
    }
}
