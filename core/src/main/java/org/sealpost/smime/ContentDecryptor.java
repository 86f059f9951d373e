package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** Decrypts a content chunk by chunk in constant memory. */
interface ContentDecryptor {

    /** Room that a chunk's plaintext may need beyond the chunk's length. */
    int SLACK = 32;

    /** Decrypts a chunk into {@code to} and returns how many bytes came out. */
    int update(byte[] from, int length, byte[] to) throws GeneralSecurityException;

    /**
     * Checks padding or tag at the end, and returns how many more bytes came out.
     *
     * @throws GeneralSecurityException when the content is not intact
     */
    int finish(byte[] to) throws GeneralSecurityException;

    static ContentDecryptor of(ContentCipher cipher, EncryptedPart part, SecretBytes key, Providers providers)
            throws GeneralSecurityException {
        return cipher.authenticated()
                ? new Authenticated(cipher, part, key, providers)
                : new Chained(cipher.start(Cipher.DECRYPT_MODE, key, providers));
    }

    /** Cipher block chaining. */
    record Chained(Cipher cipher) implements ContentDecryptor {
        @Override
        public int update(byte[] from, int length, byte[] to) throws GeneralSecurityException {
            return cipher.update(from, 0, length, to, 0);
        }

        @Override
        public int finish(byte[] to) throws GeneralSecurityException {
            return cipher.doFinal(to, 0);
        }
    }

    /**
     * Galois/counter mode. The platform's decrypting cipher holds everything back until the tag is checked, so it
     * cannot work in constant memory; here the counter mode inside is undone by itself, and the tag is found by
     * encrypting the result again. Whoever reads must not use anything before the end was reached once.
     */
    final class Authenticated implements ContentDecryptor {
        private final Cipher counterMode;
        private final Cipher again;
        private final byte[] tag;
        private byte[] scratch = {};

        private Authenticated(ContentCipher cipher, EncryptedPart part, SecretBytes key, Providers providers)
                throws GeneralSecurityException {
            counterMode = cipher.counterMode(key, providers);
            again = cipher.start(Cipher.ENCRYPT_MODE, key, providers);
            again.updateAAD(part.additional());
            tag = part.tag();
        }

        @Override
        public int update(byte[] from, int length, byte[] to) throws GeneralSecurityException {
            if (scratch.length < length + SLACK) {
                scratch = new byte[length + SLACK];
            }
            int decrypted = counterMode.update(from, 0, length, to, 0);
            again.update(to, 0, decrypted, scratch, 0);
            return decrypted;
        }

        @Override
        public int finish(byte[] to) throws GeneralSecurityException {
            int decrypted = counterMode.doFinal(to, 0);
            byte[] end = again.doFinal(to, 0, decrypted);
            byte[] found = Arrays.copyOfRange(end, end.length - tag.length, end.length);
            if (!MessageDigest.isEqual(found, tag)) {
                throw new GeneralSecurityException("tag");
            }
            return decrypted;
        }
    }
}
