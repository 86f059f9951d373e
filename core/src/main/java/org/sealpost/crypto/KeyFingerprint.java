package org.sealpost.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sealpost.protocol.Crockford;

/**
 * Six Crockford symbols that name what opens the Key Manager, without giving any of it away: 30 bits of SHA-256 over the
 * public key that belongs to a start-up password, a set of recovery shares or a token.
 */
public final class KeyFingerprint {
    private static final int SYMBOLS = 6;
    private static final int GROUP = 3;
    private static final int BITS = 5 * SYMBOLS;

    private KeyFingerprint() {}

    /** The fingerprint of a public key, e.g. {@code 7KQ-3FD}. */
    public static String of(byte[] publicKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return text(new BigInteger(1, digest).shiftRight(digest.length * Byte.SIZE - BITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String text(BigInteger number) {
        return Crockford.grouped(Crockford.encode(number, SYMBOLS), GROUP);
    }

    static BigInteger number(String text) {
        return Crockford.decode(Crockford.normalised(text));
    }
}
