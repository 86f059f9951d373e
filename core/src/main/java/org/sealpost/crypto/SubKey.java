package org.sealpost.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** Keys derived from a key by HKDF-SHA-256 (RFC 5869): one for each use, none of which tells anything about another. */
public final class SubKey {
    private static final int LENGTH = 32;

    private SubKey() {}

    /**
     * Derives 256 bits.
     *
     * @param key 256 random bits
     * @param salt random and not secret; makes each derivation another
     * @param purpose names the use
     * @return the key, to be closed by the caller
     */
    public static SecretBytes derive(SecretBytes key, byte[] salt, String purpose) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(SHA256Digest.newInstance());
        hkdf.init(new HKDFParameters(key.expose(), salt, purpose.getBytes(StandardCharsets.UTF_8)));
        byte[] derived = new byte[LENGTH];
        hkdf.generateBytes(derived, 0, LENGTH);
        return SecretBytes.taking(derived);
    }
}
