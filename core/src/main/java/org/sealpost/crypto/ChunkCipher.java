package org.sealpost.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The chunks of a sealed stream. A nonce is twelve bytes: one that is 1 for the last chunk, three zeros, the chunk's
 * number in eight.
 */
final class ChunkCipher implements AutoCloseable {
    /** Plaintext bytes of every chunk but the last, which may have fewer. */
    static final int CHUNK = 64 * 1024;

    static final int SEALED_CHUNK = CHUNK + 16;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Providers providers;
    private final SecretBytes key;
    private final byte[] aad;
    private long number;

    ChunkCipher(Providers providers, SecretBytes key, byte[] aad) {
        this.providers = providers;
        this.key = SecretBytes.taking(key.expose().clone());
        this.aad = aad.clone();
    }

    byte[] seal(byte[] chunk, int length, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, last).doFinal(chunk, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    byte[] open(byte[] sealed, boolean last) {
        try {
            return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new UnwrapFailed("stream", e);
        }
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        ByteBuffer nonce = ByteBuffer.allocate(NONCE);
        nonce.putInt(last ? 1 << 24 : 0).putLong(number++);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", providers.aesGcm());
        cipher.init(mode, key.asAesKey(), new GCMParameterSpec(TAG_BITS, nonce.array()));
        cipher.updateAAD(aad);
        return cipher;
    }

    @Override
    public void close() {
        key.close();
    }
}
