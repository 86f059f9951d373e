package org.sealpost.quorum;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.sealpost.crypto.BadEncoding;

/**
 * One holder's part in opening one ciphertext: the encapsulated key multiplied by the holder's share, with the proof
 * that it is (Chaum-Pedersen 1992: the same exponent as in the holder's public point). It tells nothing of the share
 * and serves no other ciphertext.
 *
 * <p>Form: type byte (3), number of the holder (1 byte), point (33 bytes), challenge and response (32 bytes each).
 */
public final class Contribution {
    /** Length of its form in bytes. */
    public static final int LENGTH = 2 + P256.POINT + 2 * P256.SCALAR;

    private static final byte TYPE = 3;

    private final int holder;
    private final ECPoint point;
    private final BigInteger challenge;
    private final BigInteger response;

    Contribution(int holder, ECPoint point, BigInteger challenge, BigInteger response) {
        this.holder = holder;
        this.point = point;
        this.challenge = challenge;
        this.response = response;
    }

    /**
     * Reads a contribution; whether it is right shows when it is checked.
     *
     * @throws BadEncoding when it is none
     */
    public static Contribution parse(byte[] encoded) {
        if (encoded.length != LENGTH || encoded[0] != TYPE || encoded[1] < 1 || encoded[1] > QuorumSize.MOST) {
            throw new BadEncoding("contribution");
        }
        ByteBuffer rest = ByteBuffer.wrap(encoded, 2, LENGTH - 2);
        return new Contribution(
                encoded[1], P256.point(next(rest, P256.POINT), "contribution"), scalar(rest), scalar(rest));
    }

    public byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .put(TYPE)
                .put((byte) holder)
                .put(P256.encode(point))
                .put(P256.encode(challenge))
                .put(P256.encode(response))
                .array();
    }

    /** Number of the holder in whose name it was made, from 1 on. */
    public int holder() {
        return holder;
    }

    ECPoint point() {
        return point;
    }

    BigInteger challenge() {
        return challenge;
    }

    BigInteger response() {
        return response;
    }

    /** The holder only: enough of the points together open the ciphertext. */
    @Override
    public String toString() {
        return "Contribution[" + holder + "]";
    }

    /** Zero is a right value here, unlike in a share. */
    private static BigInteger scalar(ByteBuffer from) {
        BigInteger scalar = BigIntegers.fromUnsignedByteArray(next(from, P256.SCALAR));
        if (scalar.compareTo(P256.order()) >= 0) {
            throw new BadEncoding("contribution");
        }
        return scalar;
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
