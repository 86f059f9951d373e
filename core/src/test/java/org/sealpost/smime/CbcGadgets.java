package org.sealpost.smime;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What somebody can do to encrypted mail without any key, when a block of its text is known: cut, repeat and join
 * blocks so that chosen text appears (Poddebniak et al., "Efail", USENIX Security 2018, section 4).
 */
final class CbcGadgets {

    static final int BLOCK = 16;

    private final ASN1Set recipients;
    private final ASN1ObjectIdentifier cipher;
    private final byte[] iv;
    private final byte[] encrypted;

    private CbcGadgets(ASN1Set recipients, ASN1ObjectIdentifier cipher, byte[] iv, byte[] encrypted) {
        this.recipients = recipients;
        this.cipher = cipher;
        this.iv = iv;
        this.encrypted = encrypted;
    }

    static CbcGadgets of(byte[] sealed) throws IOException {
        EnvelopedData data = EnvelopedData.getInstance(
                ContentInfo.getInstance(CmsBytes.of(sealed)).getContent());
        EncryptedContentInfo content = data.getEncryptedContentInfo();
        AlgorithmIdentifier algorithm = content.getContentEncryptionAlgorithm();
        return new CbcGadgets(
                data.getRecipientInfos(),
                algorithm.getAlgorithm(),
                ASN1OctetString.getInstance(algorithm.getParameters()).getOctets(),
                content.getEncryptedContent().getOctets());
    }

    /** The lock boxes of an authenticated message around the ciphertext of one that is not: a downgrade. */
    static CbcGadgets withoutTag(byte[] authenticated) throws IOException {
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(
                ContentInfo.getInstance(CmsBytes.of(authenticated)).getContent());
        byte[] encrypted =
                data.getAuthEncryptedContentInfo().getEncryptedContent().getOctets();
        return new CbcGadgets(
                data.getRecipientInfos(),
                NISTObjectIdentifiers.id_aes256_CBC,
                new byte[BLOCK],
                Arrays.copyOf(encrypted, encrypted.length / BLOCK * BLOCK));
    }

    /** As it was, so that tests can show that taking apart and putting together changes nothing. */
    byte[] unchanged(byte[] sealed) throws IOException {
        return written(sealed, iv, encrypted);
    }

    /**
     * The message with chosen text between its first block and the rest.
     *
     * @param known the first block of the text
     * @param chosen pieces of one block; before each stands a block of noise
     */
    byte[] spliced(byte[] sealed, String known, String... chosen) throws IOException {
        byte[] first = Arrays.copyOf(encrypted, BLOCK);
        byte[] canonical = xor(iv, Corp.ascii(known));
        byte[] blocks = first;
        for (String piece : chosen) {
            blocks = Der.join(blocks, xor(canonical, Corp.ascii(piece)), first);
        }
        return written(sealed, iv, Der.join(blocks, Arrays.copyOfRange(encrypted, BLOCK, encrypted.length)));
    }

    /** The message with another text in its first block, by its initialisation vector alone. */
    byte[] restarted(byte[] sealed, String known, String chosen) throws IOException {
        return written(sealed, xor(xor(iv, Corp.ascii(known)), Corp.ascii(chosen)), encrypted);
    }

    /** The message without its first blocks. */
    byte[] beheaded(byte[] sealed, int blocks) throws IOException {
        int at = blocks * BLOCK;
        return written(
                sealed,
                Arrays.copyOfRange(encrypted, at - BLOCK, at),
                Arrays.copyOfRange(encrypted, at, encrypted.length));
    }

    private byte[] written(byte[] sealed, byte[] vector, byte[] content) throws IOException {
        EnvelopedData data = new EnvelopedData(
                null,
                recipients,
                new EncryptedContentInfo(
                        CMSObjectIdentifiers.data,
                        new AlgorithmIdentifier(cipher, new DEROctetString(vector)),
                        new DEROctetString(content)),
                (ASN1Set) null);
        return CmsBytes.replaced(
                sealed, new ContentInfo(CMSObjectIdentifiers.envelopedData, data).getEncoded(ASN1Encoding.DER));
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] result = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }
}
