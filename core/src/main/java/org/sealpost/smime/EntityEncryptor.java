package org.sealpost.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/**
 * Encrypts an entity: writes EnvelopedData (RFC 5652 section 6) or AuthEnvelopedData (RFC 5083) with definite lengths,
 * each with a fresh content key and nonce.
 */
final class EntityEncryptor {

    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};
    private static final byte[] VERSION_2 = {Der.INTEGER, 1, 2};
    private static final byte[] DATA = Der.encode(CMSObjectIdentifiers.data);
    private static final byte[] ENVELOPED_DATA = Der.encode(CMSObjectIdentifiers.envelopedData);
    private static final byte[] AUTH_ENVELOPED_DATA = Der.encode(CMSObjectIdentifiers.authEnvelopedData);

    @SuppressWarnings("StringConcatToTextBlock") // header lines end in CRLF
    private static final String REST_OF_FIELDS = " name=smime.p7m\r\n"
            + "Content-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment; filename=smime.p7m\r\n";

    private final Providers providers;
    private final SecureRandom random;
    private final LockBoxes lockBoxes;

    EntityEncryptor(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
        this.lockBoxes = new LockBoxes(providers, random);
    }

    /** The encrypted entity; its body can be written once. */
    Entity encrypt(Entity entity, Envelope envelope, SecretBytes contentKey, ContentCipher cipher) {
        Content encrypted = cms(entity.whole(), envelope, contentKey, cipher);
        String type = cipher.authenticated() ? "authEnveloped-data" : "enveloped-data";
        byte[] fields = ("Content-Type: application/pkcs7-mime; smime-type=" + type + ";" + REST_OF_FIELDS)
                .getBytes(StandardCharsets.US_ASCII);
        return new Entity(fields, Der.CRLF, Base64Lines.encode(encrypted));
    }

    /** The encrypted content as CMS, without MIME around it; it can be written once. */
    Content cms(Content plain, Envelope envelope, SecretBytes contentKey, ContentCipher cipher) {
        List<byte[]> boxes = lockBoxes.write(envelope.recipients(), contentKey);
        byte[] tagPlace = new byte[cipher.tagLength()];
        Frame frame = frame(cipher, cipher.encryptedLength(plain.length()), boxes, tagPlace);
        return new Encrypted(plain, frame, start(cipher, contentKey), cipher.tagLength());
    }

    ContentCipher freshCipher(Envelope envelope) {
        return ContentCiphers.fresh(envelope.format(), random);
    }

    SecretBytes freshKey(ContentCipher cipher) {
        return SecretBytes.random(cipher.keyLengths()[0], random);
    }

    private Cipher start(ContentCipher cipher, SecretBytes contentKey) {
        try {
            return cipher.start(Cipher.ENCRYPT_MODE, contentKey, providers);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no cipher for " + cipher.format(), e);
        }
    }

    /** Version 2 of EnvelopedData as soon as a recipient agrees a key (RFC 5652 section 6.1). */
    private static Frame frame(ContentCipher cipher, long length, List<byte[]> boxes, byte[] tagPlace) {
        boolean agreed = boxes.stream().anyMatch(box -> box[0] != Der.SEQUENCE);
        Frame content = Frame.around(length)
                .within(Der.primitive(0))
                .precededBy(DATA, Der.encode(cipher.identifier()))
                .within(Der.SEQUENCE)
                .precededBy(cipher.authenticated() || !agreed ? VERSION_0 : VERSION_2, Der.setOf(Der.SET, boxes));
        if (cipher.authenticated()) {
            content = content.followedBy(Der.element(Der.OCTET_STRING, tagPlace));
        }
        return content.within(Der.SEQUENCE)
                .within(Der.constructed(0))
                .precededBy(cipher.authenticated() ? AUTH_ENVELOPED_DATA : ENVELOPED_DATA)
                .within(Der.SEQUENCE);
    }

    /** The frame around the ciphertext; the tag, known last, goes to the end, where the frame kept its place. */
    private record Encrypted(Content plain, Frame frame, Cipher cipher, int tagLength) implements Content {
        @Override
        public long length() {
            return frame.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(frame.before());
            CipherOutput encrypting = new CipherOutput(out, cipher, plain.length());
            plain.writeTo(encrypting);
            byte[] tag = encrypting.finish(tagLength);
            out.write(frame.after(), 0, frame.after().length - tagLength);
            out.write(tag);
        }
    }
}
