package org.sealpost.crypto;

import java.security.SecureRandom;

/**
 * Seals a secret to a public key: hybrid public key encryption (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256 and AES-256-GCM. For everything that is sealed to a key but is not mail: escrow, spool, transport.
 *
 * <p>Form: 65 bytes of encapsulation, then the ciphertext with its 16-byte tag. Public keys are 65 bytes (uncompressed
 * point), private keys 32.
 */
public final class Hpke {
    public Hpke(Providers providers, SecureRandom random) {}

    /** A pair for one recipient; the private half is wiped when closed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pair(byte[] publicKey, SecretBytes privateKey) implements AutoCloseable {
        @Override
        public void close() {
            privateKey.close();
        }
    }

    /** Makes a pair. */
    public Pair keyPair() {
        return org.sealpost.crypto.Soon.soon();
    }

    /**
     * Seals to a public key.
     *
     * @param info names the use; the same value is needed to open
     * @param aad bytes that are authenticated with the plaintext; may be empty
     * @throws BadEncoding when the public key is not one
     */
    public byte[] seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext) {
        return org.sealpost.crypto.Soon.soon();
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @return the plaintext, to be closed by the caller
     * @throws UnwrapFailed when key, info or aad differ or the value was altered
     */
    public SecretBytes open(SecretBytes privateKey, byte[] info, byte[] aad, byte[] sealed) {
        return org.sealpost.crypto.Soon.soon();
    }
}
