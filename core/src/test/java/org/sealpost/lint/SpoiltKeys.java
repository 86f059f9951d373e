package org.sealpost.lint;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Consumer;

/** Keys that each break one rule; none of their halves is a secret of anybody. */
final class SpoiltKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SpoiltKeys() {}

    static void into(Map<String, Consumer<Draft>> ways) {
        ways.put("key-kind", draft -> draft.key = Draft.key("300506032b6574", new byte[32]));
        ways.put("rsa-size", draft -> draft.rsa(modulus(1024), 65537));
        ways.put("rsa-octets", draft -> draft.rsa(modulus(2049), 65537));
        ways.put("rsa-exponent", draft -> draft.rsa(modulus(2048), 1));
        ways.put("rsa-exponent-range", draft -> draft.rsa(modulus(2048), 3));
        ways.put("rsa-small-factor", draft -> draft.rsa(smallFactor(), 65537));
        ways.put("rsa-close-primes", draft -> draft.rsa(closePrimes(), 65537));
        ways.put("rsa-fingerprint", draft -> draft.rsa(fingerprinted(), 65537));
        ways.put("curve-point", draft -> {
            byte[] point = new byte[65];
            point[0] = 4;
            point[64] = 1;
            draft.key = Draft.key("301306072a8648ce3d020106082a8648ce3d030107", point);
        });
    }

    /** Of exactly so many bits. */
    static BigInteger modulus(int bits) {
        BigInteger p = BigInteger.probablePrime(bits / 2 - 8, RANDOM);
        BigInteger q = BigInteger.ONE
                .shiftLeft(bits - 1)
                .add(new BigInteger(bits - 2, RANDOM))
                .divide(p)
                .nextProbablePrime();
        return p.multiply(q);
    }

    private static BigInteger smallFactor() {
        BigInteger factor = BigInteger.valueOf(751);
        return factor.multiply(BigInteger.ONE
                .shiftLeft(2047)
                .divide(factor)
                .add(BigInteger.TEN)
                .nextProbablePrime());
    }

    /** Both factors a hair above the root, as of a generator that takes the next prime for the second one. */
    private static BigInteger closePrimes() {
        BigInteger p = BigInteger.probablePrime(1024, RANDOM).setBit(1022).nextProbablePrime();
        return p.multiply(p.nextProbablePrime());
    }

    /** A power of the generator modulo every prime of the fingerprint: their product times something, plus one. */
    private static BigInteger fingerprinted() {
        BigInteger primes = BigInteger.ONE;
        for (BigInteger prime = BigInteger.TWO; prime.intValue() <= 167; prime = prime.nextProbablePrime()) {
            primes = primes.multiply(prime);
        }
        BigInteger modulus;
        do {
            BigInteger some = new BigInteger(2047 - primes.bitLength(), RANDOM).setBit(2046 - primes.bitLength());
            modulus = primes.multiply(some.shiftLeft(1)).add(BigInteger.ONE);
        } while (modulus.bitLength() != 2048 || WeakModulus.hasSmallFactor(modulus));
        return modulus;
    }
}
