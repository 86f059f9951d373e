package org.sealpost.quorum;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;

/**
 * What HPKE does after the key agreement (RFC 9180 sections 4.1 and 5.1, base mode): from the agreed point's
 * x-coordinate to the plaintext. The library's own takes a private key, which does not exist here.
 */
final class KeySchedule {
    private static final byte[] VERSION = "HPKE-v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONE = {};
    private static final short KEM = 0x0010;
    private static final short KDF = 0x0001;
    private static final int HASH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] KEM_SUITE = suite("KEM", KEM);

    /** The content ciphers of RFC 9180 section 7.3 that are needed; Sealpost's own is the second. */
    enum ContentCipher {
        AES_128_GCM(1, 16),
        AES_256_GCM(2, 32);

        private final int id;
        private final int keyLength;

        ContentCipher(int id, int keyLength) {
            this.id = id;
            this.keyLength = keyLength;
        }
    }

    private final Providers providers;
    private final ContentCipher cipher;
    private final byte[] suite;

    KeySchedule(Providers providers, ContentCipher cipher) {
        this.providers = providers;
        this.cipher = cipher;
        this.suite = suite("HPKE", KEM, KDF, (short) cipher.id);
    }

    /**
     * Opens the first message of a context.
     *
     * @param agreed x-coordinate of the agreed point, 32 bytes; stays the caller's to close
     * @param publicKey the recipient's, 65 bytes
     * @throws UnwrapFailed when key, info or aad differ or the value was altered
     */
    SecretBytes open(SecretBytes agreed, byte[] publicKey, byte[] info, byte[] aad, byte[] sealed) {
        byte[] encapsulation = Arrays.copyOf(sealed, P256.UNCOMPRESSED);
        try (SecretBytes pseudorandom = extract(KEM_SUITE, NONE, "eae_prk", agreed.expose());
                SecretBytes shared =
                        expand(KEM_SUITE, pseudorandom, "shared_secret", join(encapsulation, publicKey), HASH);
                SecretBytes secret = extract(suite, shared.expose(), "secret", NONE)) {
            byte[] context = context(info);
            try (SecretBytes key = expand(suite, secret, "key", context, cipher.keyLength);
                    SecretBytes nonce = expand(suite, secret, "base_nonce", context, NONCE)) {
                return decrypt(key, nonce, aad, Arrays.copyOfRange(sealed, P256.UNCOMPRESSED, sealed.length));
            }
        }
    }

    private byte[] context(byte[] info) {
        byte[] mode = {0};
        try (SecretBytes noId = extract(suite, NONE, "psk_id_hash", NONE);
                SecretBytes infoHash = extract(suite, NONE, "info_hash", info)) {
            return join(mode, noId.expose(), infoHash.expose());
        }
    }

    private SecretBytes decrypt(SecretBytes key, SecretBytes nonce, byte[] aad, byte[] ciphertext) {
        try {
            Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding", providers.aesGcm());
            gcm.init(Cipher.DECRYPT_MODE, key.asAesKey(), new GCMParameterSpec(TAG_BITS, nonce.expose()));
            gcm.updateAAD(aad);
            return SecretBytes.taking(gcm.doFinal(ciphertext));
        } catch (AEADBadTagException e) {
            throw new UnwrapFailed("quorum", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    private SecretBytes extract(byte[] suiteId, byte[] salt, String label, byte[] material) {
        byte[] labelled = join(VERSION, suiteId, label.getBytes(StandardCharsets.US_ASCII), material);
        try {
            return hmac(salt.length == 0 ? new byte[HASH] : salt, labelled);
        } finally {
            Arrays.fill(labelled, (byte) 0);
        }
    }

    /** One block of HKDF-Expand is enough for every length up to {@value #HASH}. */
    private SecretBytes expand(byte[] suiteId, SecretBytes key, String label, byte[] info, int length) {
        byte[] size = ByteBuffer.allocate(Short.BYTES).putShort((short) length).array();
        byte[] counter = {1};
        byte[] labelled = join(size, VERSION, suiteId, label.getBytes(StandardCharsets.US_ASCII), info, counter);
        try (SecretBytes block = hmac(key.expose(), labelled)) {
            return SecretBytes.taking(Arrays.copyOf(block.expose(), length));
        }
    }

    private SecretBytes hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", providers.mac());
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return SecretBytes.taking(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    private static byte[] suite(String name, short... ids) {
        ByteBuffer suite = ByteBuffer.allocate(name.length() + ids.length * Short.BYTES);
        suite.put(name.getBytes(StandardCharsets.US_ASCII));
        for (short id : ids) {
            suite.putShort(id);
        }
        return suite.array();
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
