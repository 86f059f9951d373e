package org.sealpost.bench;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sealpost.crypto.EncryptionFormat;

/** The cipher of a format and nothing around it, by the fastest provider: what no message can be faster than. */
final class RawCipher {

    private static final int CHUNK = 65_536;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RawCipher() {}

    /** Encrypts bytes into nothing. */
    static void encrypt(byte[] bytes, EncryptionFormat format, Provider provider) throws GeneralSecurityException {
        boolean gcm = format.authenticated();
        String family = format.historical() ? format == EncryptionFormat.DES ? "DES" : "CAST5" : "AES";
        byte[] key = random(format == EncryptionFormat.DES ? 8 : format.keyBits() / 8);
        byte[] iv = random(gcm ? 12 : format.historical() ? 8 : 16);
        Cipher cipher = Cipher.getInstance(family + (gcm ? "/GCM/NoPadding" : "/CBC/PKCS5Padding"), provider);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, family),
                gcm ? new GCMParameterSpec(128, iv) : new IvParameterSpec(iv));
        byte[] out = new byte[CHUNK + 64];
        for (int i = 0; i < bytes.length; i += CHUNK) {
            cipher.update(bytes, i, Math.min(CHUNK, bytes.length - i), out);
        }
        cipher.doFinal();
    }

    /** The providers among which the fastest is to be found: the native one and the JDK's. */
    static List<Provider> candidates(EncryptionFormat format) {
        return format.historical()
                ? List.of(Organisation.PROVIDERS.historicalCiphers())
                : List.of(Organisation.PROVIDERS.aesGcm(), Organisation.PROVIDERS.aesCbc());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
