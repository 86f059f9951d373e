package org.sealpost.quorum;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.sealpost.crypto.BadEncoding;

/** The group and the field of its exponents. Everything that comes in is checked: points, scalars, lengths. */
final class P256 {
    /** Length of a scalar in bytes. */
    static final int SCALAR = 32;

    /** Length of a compressed point in bytes. */
    static final int POINT = 33;

    /** Length of an uncompressed point in bytes: an HPKE public key or encapsulation. */
    static final int UNCOMPRESSED = 65;

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final BigInteger ORDER = CURVE.getN();
    private static final int BLINDING_BITS = 64;
    private static final int TAG = 16;

    private P256() {}

    static ECPoint generator() {
        return CURVE.getG();
    }

    static BigInteger order() {
        return ORDER;
    }

    /**
     * A point from its compressed form.
     *
     * @throws BadEncoding unless it is a point of the curve other than infinity
     */
    static ECPoint point(byte[] encoded, String what) {
        if (encoded.length != POINT) {
            throw new BadEncoding(what);
        }
        return decoded(encoded, what);
    }

    /**
     * The encapsulated key at the head of an HPKE ciphertext.
     *
     * @throws BadEncoding unless it is a point of the curve other than infinity
     */
    static ECPoint encapsulation(byte[] sealed) {
        if (sealed.length < UNCOMPRESSED + TAG || sealed[0] != 4) {
            throw new BadEncoding("sealed value");
        }
        return decoded(Arrays.copyOf(sealed, UNCOMPRESSED), "sealed value");
    }

    static byte[] encode(ECPoint point) {
        return point.getEncoded(true);
    }

    /**
     * A scalar from its 32 bytes.
     *
     * @throws BadEncoding unless it is from 1 to the order less one
     */
    static BigInteger scalar(byte[] encoded, String what) {
        BigInteger scalar = BigIntegers.fromUnsignedByteArray(encoded);
        if (encoded.length != SCALAR || scalar.signum() == 0 || scalar.compareTo(ORDER) >= 0) {
            throw new BadEncoding(what);
        }
        return scalar;
    }

    static byte[] encode(BigInteger scalar) {
        return BigIntegers.asUnsignedByteArray(SCALAR, scalar);
    }

    /** Evenly from 1 to the order less one. */
    static BigInteger randomScalar(SecureRandom random) {
        return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random);
    }

    /** Multiplies by a secret scalar, to which a fresh multiple of the order is added so that no two runs are alike. */
    static ECPoint multiply(ECPoint point, BigInteger secret, SecureRandom random) {
        BigInteger blinding = BigIntegers.createRandomBigInteger(BLINDING_BITS, random);
        return point.multiply(secret.add(blinding.multiply(ORDER))).normalize();
    }

    /**
     * Weight of one holder's value when the values of several are put together (Lagrange, at zero).
     *
     * @param holders numbers of all whose values are put together, this one among them
     */
    static BigInteger weight(int holder, Collection<Integer> holders) {
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        for (int other : holders) {
            if (other != holder) {
                above = above.multiply(BigInteger.valueOf(other)).mod(ORDER);
                below = below.multiply(BigInteger.valueOf((long) other - holder))
                        .mod(ORDER);
            }
        }
        return above.multiply(below.modInverse(ORDER)).mod(ORDER);
    }

    private static ECPoint decoded(byte[] encoded, String what) {
        try {
            ECPoint point = CURVE.getCurve().decodePoint(encoded);
            if (point.isInfinity()) {
                throw new BadEncoding(what);
            }
            return point;
        } catch (IllegalArgumentException e) {
            throw new BadEncoding(what, e);
        }
    }
}
