package org.sealpost.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.pki.OwnedKey;

/** Enveloped messages as no sealer of ours writes them: any key block, any content, any parameters. */
final class ForeignEnvelopes {

    private static final byte[] ZERO_IV = new byte[8];

    private ForeignEnvelopes() {}

    static byte[] message(OwnedKey recipient, byte[] keyBlock, AlgorithmIdentifier algorithm, byte[] content)
            throws IOException {
        EnvelopedData data = new EnvelopedData(
                null,
                new DERSet(new RecipientInfo(box(recipient, keyBlock))),
                new EncryptedContentInfo(CMSObjectIdentifiers.data, algorithm, new DEROctetString(content)),
                (DERSet) null);
        return CmsBytes.message(new ContentInfo(CMSObjectIdentifiers.envelopedData, data).getEncoded(ASN1Encoding.DER));
    }

    /** AuthEnvelopedData with authenticated attributes, which other programs may write (RFC 5083 section 2.2). */
    static byte[] authenticated(OwnedKey recipient, byte[] content, byte[] signedValue, byte[] sentValue)
            throws IOException, GeneralSecurityException {
        byte[] key = new byte[32];
        byte[] nonce = new byte[12];
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(Der.element(Der.SET, attribute(signedValue)));
        byte[] encrypted = cipher.doFinal(content);
        int length = content.length;
        byte[] data = Der.element(
                Der.SEQUENCE,
                new byte[] {Der.INTEGER, 1, 0},
                Der.element(Der.SET, Der.encode(box(recipient, keyBlock(recipient, key)))),
                Der.element(
                        Der.SEQUENCE,
                        Der.encode(CMSObjectIdentifiers.data),
                        Der.encode(new AlgorithmIdentifier(
                                NISTObjectIdentifiers.id_aes256_GCM, new GCMParameters(nonce, 16))),
                        Der.element(Der.primitive(0), Arrays.copyOf(encrypted, length))),
                Der.element(Der.constructed(1), attribute(sentValue)),
                Der.element(Der.OCTET_STRING, Arrays.copyOfRange(encrypted, length, encrypted.length)));
        return CmsBytes.message(Der.element(
                Der.SEQUENCE,
                Der.encode(CMSObjectIdentifiers.authEnvelopedData),
                Der.element(Der.constructed(0), data)));
    }

    private static KeyTransRecipientInfo box(OwnedKey recipient, byte[] keyBlock) {
        return new KeyTransRecipientInfo(
                new RecipientIdentifier(
                        CertificateName.of(recipient.certificate()).toAsn1()),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new DEROctetString(keyBlock));
    }

    private static byte[] attribute(byte[] value) {
        return Der.element(
                Der.SEQUENCE,
                Der.encode(CMSObjectIdentifiers.data),
                Der.element(Der.SET, Der.element(Der.OCTET_STRING, value)));
    }

    static AlgorithmIdentifier aes256() {
        return new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]));
    }

    static AlgorithmIdentifier cast(ASN1Encodable parameters) {
        return new AlgorithmIdentifier(MiscObjectIdentifiers.cast5CBC, parameters);
    }

    /** CAST5 under an IV of zeros. */
    static byte[] castEncrypted(byte[] key, byte[] content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("CAST5/CBC/PKCS5Padding", Corp.PROVIDERS.historicalCiphers());
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "CAST5"), new IvParameterSpec(ZERO_IV));
        return cipher.doFinal(content);
    }

    static byte[] keyBlock(OwnedKey recipient, byte[] contentKey) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, recipient.certificate().getPublicKey());
        return cipher.doFinal(contentKey);
    }
}
