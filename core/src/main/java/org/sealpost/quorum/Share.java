package org.sealpost.quorum;

import java.math.BigInteger;
import java.util.Arrays;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.SecretBytes;

/**
 * One holder's part of a shared key; closing it wipes it.
 *
 * <p>Form: type byte (1), number of the holder (1 byte), scalar (32 bytes, big-endian).
 */
public final class Share implements AutoCloseable {
    /** Length of its form in bytes. */
    public static final int LENGTH = 2 + P256.SCALAR;

    private static final byte TYPE = 1;

    private final int holder;
    private final SecretBytes value;

    Share(int holder, BigInteger value) {
        this.holder = holder;
        this.value = SecretBytes.taking(P256.encode(value));
    }

    /**
     * Reads a share; the encoded one stays the caller's to close.
     *
     * @throws BadEncoding when it is none
     */
    public static Share parse(SecretBytes encoded) {
        byte[] bytes = encoded.expose();
        if (bytes.length != LENGTH || bytes[0] != TYPE || bytes[1] < 1 || bytes[1] > QuorumSize.MOST) {
            throw new BadEncoding("share");
        }
        try (SecretBytes value = SecretBytes.taking(Arrays.copyOfRange(bytes, 2, LENGTH))) {
            return new Share(bytes[1], P256.scalar(value.expose(), "share"));
        }
    }

    /** Its form, to be closed by the caller. */
    public SecretBytes encode() {
        byte[] bytes = new byte[LENGTH];
        bytes[0] = TYPE;
        bytes[1] = (byte) holder;
        System.arraycopy(value.expose(), 0, bytes, 2, P256.SCALAR);
        return SecretBytes.taking(bytes);
    }

    /** Number of its holder, from 1 on. */
    public int holder() {
        return holder;
    }

    BigInteger value() {
        return P256.scalar(value.expose(), "share");
    }

    @Override
    public void close() {
        value.close();
    }

    /** The holder only. */
    @Override
    public String toString() {
        return "Share[" + holder + "]";
    }
}
