package org.sealpost.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Secret bytes that are wiped when closed. Not for several threads at once with {@link #close()}. */
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: the caller must not use it again, closing wipes it. */
    public static SecretBytes taking(byte[] bytes) {
        return new SecretBytes(bytes);
    }

    /** Fresh random bytes. */
    public static SecretBytes random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new SecretBytes(bytes);
    }

    /**
     * The array itself, not a copy: it is wiped by {@link #close()}, so it must not be kept. Searching for this name
     * finds every place that touches raw secrets.
     *
     * @throws IllegalStateException after closing
     */
    public byte[] expose() {
        if (closed) {
            throw new IllegalStateException("secret was wiped");
        }
        return bytes;
    }

    /** A copy as AES key; the copy lives until it is collected, so keep it no longer than one operation. */
    public SecretKey asAesKey() {
        return new SecretKeySpec(expose(), "AES");
    }

    /** Length in bytes. */
    public int length() {
        return bytes.length;
    }

    /** Wipes the bytes; closing twice is harmless. */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    /** In constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    /** The same for all secrets: nothing about the content leaks through a hash table. */
    @Override
    public int hashCode() {
        return SecretBytes.class.hashCode();
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "***";
    }
}
