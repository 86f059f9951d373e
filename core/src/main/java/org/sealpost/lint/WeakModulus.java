package org.sealpost.lint;

import java.math.BigInteger;
import java.util.BitSet;

/** Known weaknesses of RSA moduli, as far as the modulus alone betrays them. */
final class WeakModulus {
    /** Small factors are looked for below it (NIST SP 800-89 section 5.3.3). */
    private static final int SMALL = 752;

    /** Rounds of Fermat's factorisation that a modulus has to survive (S/MIME Baseline Requirements 6.1.1.3). */
    private static final int ROUNDS = 100;

    /** Primes of the fingerprint: of each, the residues of moduli made by the flawed library are powers of 65537. */
    private static final int[] FINGERPRINT = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167
    };

    private static final int GENERATOR = 65537;

    /** Bits that the squares modulo 16 may have at their end: everything else is no square. */
    private static final int SQUARES_BY_16 = 0b10_0001_0011;

    private static final int SIXTEEN = 16;
    private static final BigInteger SMALL_PRIMES = smallPrimes();

    private WeakModulus() {}

    static boolean hasSmallFactor(BigInteger modulus) {
        return !modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE);
    }

    private static BigInteger smallPrimes() {
        BigInteger product = BigInteger.ONE;
        for (BigInteger prime = BigInteger.TWO;
                prime.compareTo(BigInteger.valueOf(SMALL)) < 0;
                prime = prime.nextProbablePrime()) {
            product = product.multiply(prime);
        }
        return product;
    }

    /** Whether Fermat's method splits it: with a as the mean of the factors, a squared less the modulus is a square. */
    static boolean hasClosePrimes(BigInteger modulus) {
        BigInteger mean = modulus.sqrt();
        if (mean.multiply(mean).compareTo(modulus) < 0) {
            mean = mean.add(BigInteger.ONE);
        }
        BigInteger rest = mean.multiply(mean).subtract(modulus);
        for (int round = 0; round < ROUNDS; round++) {
            if (isSquare(rest)) {
                return true;
            }
            rest = rest.add(mean.shiftLeft(1)).add(BigInteger.ONE);
            mean = mean.add(BigInteger.ONE);
        }
        return false;
    }

    private static boolean isSquare(BigInteger number) {
        int end = number.intValue() & (SIXTEEN - 1);
        if ((SQUARES_BY_16 >> end & 1) == 0) {
            return false;
        }
        BigInteger root = number.sqrt();
        return root.multiply(root).equals(number);
    }

    /** CVE-2017-15361: a modulus that has the fingerprint by chance has odds of one in 2 to the 150. */
    static boolean isRoca(BigInteger modulus) {
        for (int prime : FINGERPRINT) {
            int residue = modulus.mod(BigInteger.valueOf(prime)).intValue();
            if (!powers(prime).get(residue)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet powers(int prime) {
        BitSet powers = new BitSet(prime);
        int power = 1;
        while (!powers.get(power)) {
            powers.set(power);
            power = power * (GENERATOR % prime) % prime;
        }
        return powers;
    }
}
