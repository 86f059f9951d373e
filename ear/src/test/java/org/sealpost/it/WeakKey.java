package org.sealpost.it;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** A key as a bad program makes it. */
final class WeakKey {
    private WeakKey() {}

    /** RSA with 2048 bits whose second prime is the next one after the first. */
    static KeyPair neighbours() {
        BigInteger exponent = BigInteger.valueOf(65537);
        BigInteger p =
                BigInteger.probablePrime(1024, new SecureRandom()).setBit(1022).nextProbablePrime();
        BigInteger q = p.nextProbablePrime();
        BigInteger modulus = p.multiply(q);
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        BigInteger secret = exponent.modInverse(p1.multiply(q1));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(modulus, exponent)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            modulus, exponent, secret, p, q, secret.mod(p1), secret.mod(q1), q.modInverse(p))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
