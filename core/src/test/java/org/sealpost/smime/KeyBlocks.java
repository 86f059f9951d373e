package org.sealpost.smime;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;

/** Finds the encrypted content key in a message for one recipient, to change it there. */
final class KeyBlocks {

    private KeyBlocks() {}

    static byte[] find(byte[] cms) {
        Object box = box(cms);
        if (box instanceof KeyTransRecipientInfo transport) {
            return transport.getEncryptedKey().getOctets();
        }
        KeyAgreeRecipientInfo agreement = (KeyAgreeRecipientInfo) box;
        return RecipientEncryptedKey.getInstance(
                        agreement.getRecipientEncryptedKeys().getObjectAt(0))
                .getEncryptedKey()
                .getOctets();
    }

    /** The sender's one-time public key. */
    static byte[] ephemeralPoint(byte[] cms) {
        return ((KeyAgreeRecipientInfo) box(cms))
                .getOriginator()
                .getOriginatorKey()
                .getPublicKeyData()
                .getOctets();
    }

    static int indexOf(byte[] bytes, byte[] sought) {
        for (int at = 0; at + sought.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    private static Object box(byte[] cms) {
        ContentInfo info = ContentInfo.getInstance(cms);
        ASN1Set boxes = info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)
                ? AuthEnvelopedData.getInstance(info.getContent()).getRecipientInfos()
                : EnvelopedData.getInstance(info.getContent()).getRecipientInfos();
        return RecipientInfo.getInstance(boxes.getObjectAt(0)).getInfo();
    }
}
