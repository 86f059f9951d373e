package org.sealpost.quorum;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.sealpost.crypto.BadEncoding;

/**
 * What everybody may know of a shared key (Feldman 1987): the coefficients of the sharing polynomial as points. Tells
 * the public key, and for each holder the point that the holder's share must belong to.
 *
 * <p>Form: type byte (2), number of points (1 byte), compressed points (33 bytes each).
 */
public final class Commitments {
    private static final byte TYPE = 2;
    private static final int HEAD = 2;

    private final List<ECPoint> coefficients;

    Commitments(List<ECPoint> coefficients) {
        this.coefficients = coefficients.stream().map(ECPoint::normalize).toList();
        if (this.coefficients.stream().anyMatch(ECPoint::isInfinity)) {
            throw new IllegalArgumentException("a coefficient is zero");
        }
    }

    /**
     * Reads commitments.
     *
     * @throws BadEncoding when they are none
     */
    public static Commitments parse(byte[] encoded) {
        if (encoded.length < HEAD || encoded[0] != TYPE || encoded[1] < 1 || encoded[1] > QuorumSize.MOST) {
            throw new BadEncoding("commitments");
        }
        int count = encoded[1];
        if (encoded.length != HEAD + count * P256.POINT) {
            throw new BadEncoding("commitments");
        }
        List<ECPoint> points = new ArrayList<>();
        for (int at = HEAD; at < encoded.length; at += P256.POINT) {
            points.add(P256.point(Arrays.copyOfRange(encoded, at, at + P256.POINT), "commitments"));
        }
        return new Commitments(points);
    }

    public byte[] encode() {
        byte[] encoded = new byte[HEAD + coefficients.size() * P256.POINT];
        encoded[0] = TYPE;
        encoded[1] = (byte) coefficients.size();
        for (int i = 0; i < coefficients.size(); i++) {
            System.arraycopy(P256.encode(coefficients.get(i)), 0, encoded, HEAD + i * P256.POINT, P256.POINT);
        }
        return encoded;
    }

    /** How many holders are needed. */
    public int needed() {
        return coefficients.size();
    }

    /** The shared key's public half, as an HPKE public key of 65 bytes. */
    public byte[] publicKey() {
        return coefficients.get(0).getEncoded(false);
    }

    /** Whether a share is the one that its holder was given. */
    public boolean cover(Share share, SecureRandom random) {
        return P256.multiply(P256.generator(), share.value(), random).equals(point(share.holder()));
    }

    List<ECPoint> coefficients() {
        return coefficients;
    }

    /** The point of a holder: the public half of the holder's share. */
    ECPoint point(int holder) {
        BigInteger at = BigInteger.valueOf(holder);
        ECPoint sum = coefficients.get(coefficients.size() - 1);
        for (int i = coefficients.size() - 2; i >= 0; i--) {
            sum = sum.multiply(at).add(coefficients.get(i));
        }
        return sum.normalize();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitments that && coefficients.equals(that.coefficients);
    }

    @Override
    public int hashCode() {
        return coefficients.hashCode();
    }
}
