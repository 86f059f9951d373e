package org.sealpost.quorum;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.SecretBytes;

/**
 * A secret dealt out to several holders (Shamir 1979, over the order of P-256): any quorum of the shares stands for the
 * secret, fewer say nothing about it. Closing it wipes the shares.
 *
 * @param commitments against which every holder checks the share
 * @param shares for the holders 1, 2, 3 …
 */
public record Sharing(Commitments commitments, List<Share> shares) implements AutoCloseable {
    public Sharing {
        shares = List.copyOf(shares);
    }

    /**
     * Deals out a private key.
     *
     * @param privateKey an HPKE private key of 32 bytes, which stays the caller's to close
     * @throws BadEncoding when it is none
     */
    public static Sharing of(SecretBytes privateKey, QuorumSize size, SecureRandom random) {
        return deal(P256.scalar(privateKey.expose(), "private key"), size, random);
    }

    /** Deals one share out in turn, which is how a set of holders hands over to the next ({@link Resharing}). */
    public static Sharing of(Share share, QuorumSize size, SecureRandom random) {
        return deal(share.value(), size, random);
    }

    private static Sharing deal(BigInteger secret, QuorumSize size, SecureRandom random) {
        List<BigInteger> polynomial = Stream.concat(Stream.of(secret), Stream.generate(() -> P256.randomScalar(random)))
                .limit(size.needed())
                .toList();
        Commitments commitments = new Commitments(polynomial.stream()
                .map(it -> P256.multiply(P256.generator(), it, random))
                .toList());
        List<Share> shares = new ArrayList<>();
        IntStream.rangeClosed(1, size.people())
                .forEach(holder -> shares.add(new Share(holder, at(holder, polynomial))));
        return new Sharing(commitments, shares);
    }

    private static BigInteger at(int holder, List<BigInteger> polynomial) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = polynomial.size() - 1; i >= 0; i--) {
            sum = sum.multiply(BigInteger.valueOf(holder))
                    .add(polynomial.get(i))
                    .mod(P256.order());
        }
        return sum;
    }

    @Override
    public void close() {
        shares.forEach(Share::close);
    }

    /** How many, nothing else. */
    @Override
    public String toString() {
        return "Sharing[" + commitments.needed() + " of " + shares.size() + "]";
    }
}
