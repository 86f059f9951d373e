package org.sealpost.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Wraps secrets for storage by AES-256-GCM under a key-encrypting key. Purpose and id are authenticated with the
 * secret, so that a wrapped value copied to another row or column does not open there.
 *
 * <p>Form: one version byte (1), 12 random bytes of nonce, ciphertext, 16 bytes of tag.
 */
public final class KeyWrap {
    private static final byte VERSION = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int OVERHEAD = 1 + NONCE_LENGTH + TAG_BITS / 8;

    private final Providers providers;
    private final SecureRandom random;

    public KeyWrap(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    /**
     * Wraps a secret.
     *
     * @param kek an AES-256 key
     * @param purpose what the secret is for, e.g. {@code ca-key}
     * @param id which one of that purpose, e.g. a row's id
     */
    public byte[] wrap(SecretKey kek, byte[] secret, String purpose, String id) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            byte[] wrapped = new byte[OVERHEAD + secret.length];
            wrapped[0] = VERSION;
            System.arraycopy(nonce, 0, wrapped, 1, NONCE_LENGTH);
            cipher(Cipher.ENCRYPT_MODE, kek, nonce, aad(purpose, id))
                    .doFinal(secret, 0, secret.length, wrapped, 1 + NONCE_LENGTH);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /**
     * Opens what {@link #wrap} made.
     *
     * @return the secret, to be closed by the caller
     * @throws UnwrapFailed when the key, purpose or id differ or the value was altered
     */
    public SecretBytes unwrap(SecretKey kek, byte[] wrapped, String purpose, String id) {
        if (wrapped.length < OVERHEAD || wrapped[0] != VERSION) {
            throw new UnwrapFailed(purpose, new AEADBadTagException("not a wrapped value"));
        }
        byte[] nonce = Arrays.copyOfRange(wrapped, 1, 1 + NONCE_LENGTH);
        try {
            return SecretBytes.taking(cipher(Cipher.DECRYPT_MODE, kek, nonce, aad(purpose, id))
                    .doFinal(wrapped, 1 + NONCE_LENGTH, wrapped.length - 1 - NONCE_LENGTH));
        } catch (AEADBadTagException e) {
            throw new UnwrapFailed(purpose, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    private Cipher cipher(int mode, SecretKey kek, byte[] nonce, byte[] aad) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", providers.aesGcm());
        cipher.init(mode, kek, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }

    /** The lengths are written out, so that no other pair of purpose and id has the same bytes. */
    private static byte[] aad(String purpose, String id) {
        return ("sealpost-wrap " + purpose.length() + ' ' + purpose + ' ' + id).getBytes(StandardCharsets.UTF_8);
    }
}
