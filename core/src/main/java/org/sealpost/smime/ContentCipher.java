package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/**
 * How one content is encrypted: family, format and parameters, without the key.
 *
 * @param format what people are told
 * @param keyLengths lengths in bytes that the content key may have; one, but for CAST5 with OpenSSL's parameters
 * @param identifier as it stands in the message
 * @param nonce initialisation vector or nonce
 * @param tagLength of authenticated encryption in bytes, else 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ContentCipher(
        EncryptionFormat format, int[] keyLengths, AlgorithmIdentifier identifier, byte[] nonce, int tagLength) {

    /** Length of the first counter block's counter in AES-GCM with a nonce of 12 bytes (NIST SP 800-38D). */
    private static final int COUNTER_BLOCK = 16;

    private static final byte FIRST_COUNTER = 2;

    /** The cipher for a format, initialised. GCM in one piece or for encryption only: see {@link #counterMode}. */
    Cipher start(int mode, SecretBytes key, Providers providers) throws GeneralSecurityException {
        AlgorithmParameterSpec parameters =
                tagLength > 0 ? new GCMParameterSpec(tagLength * Byte.SIZE, nonce) : new IvParameterSpec(nonce);
        Cipher cipher = Cipher.getInstance(transformation(), provider(providers));
        cipher.init(mode, new SecretKeySpec(key.expose(), family()), parameters);
        return cipher;
    }

    /** The cipher stream inside AES-GCM: decrypts from the first byte on, but checks nothing. */
    Cipher counterMode(SecretBytes key, Providers providers) throws GeneralSecurityException {
        byte[] counter = Arrays.copyOf(nonce, COUNTER_BLOCK);
        counter[COUNTER_BLOCK - 1] = FIRST_COUNTER;
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding", providers.aesCbc());
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key.expose(), "AES"), new IvParameterSpec(counter));
        return cipher;
    }

    /**
     * Refuses formats that the edition does not read. A CAST5 message that leaves the key length open is read only
     * where every length is, so that the answer does not depend on the key.
     */
    void requireReadable(Set<EncryptionFormat> reads) {
        if (!reads.contains(format)) {
            throw new FormatNotReadable(format);
        }
        if (keyLengths.length > 1 && !reads.contains(EncryptionFormat.CAST_40)) {
            throw new FormatNotReadable(EncryptionFormat.CAST_40);
        }
    }

    /** The format, once the key is known: OpenSSL's CAST5 messages tell it by the key alone. */
    EncryptionFormat formatWithKey(int keyLength) {
        return format == EncryptionFormat.CAST_64 && keyLength * Byte.SIZE < format.keyBits()
                ? EncryptionFormat.CAST_40
                : format;
    }

    boolean takesKey(int length) {
        return Arrays.stream(keyLengths).anyMatch(it -> it == length);
    }

    boolean authenticated() {
        return tagLength > 0;
    }

    /** Number of bytes of ciphertext, without the tag. */
    long encryptedLength(long length) {
        return authenticated() ? length : length + nonce.length - length % nonce.length;
    }

    private String family() {
        return switch (format) {
            case CAST_64, CAST_40 -> "CAST5";
            case DES -> "DES";
            default -> "AES";
        };
    }

    private String transformation() {
        return family() + (authenticated() ? "/GCM/NoPadding" : "/CBC/PKCS5Padding");
    }

    private Provider provider(Providers providers) {
        if (format.historical()) {
            return providers.historicalCiphers();
        }
        return authenticated() ? providers.aesGcm() : providers.aesCbc();
    }
}
