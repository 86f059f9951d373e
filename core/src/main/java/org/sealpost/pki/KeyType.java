package org.sealpost.pki;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of key that the product makes. */
public enum KeyType {
    /** NIST curve P-256: the default for signing and for the authority. */
    EC_P256("EC", 256, "secp256r1", "SHA256withECDSA"),
    /** NIST curve P-384. */
    EC_P384("EC", 384, "secp384r1", "SHA384withECDSA"),
    /** RSA with 2048 bits: the least that is still made. */
    RSA_2048("RSA", 2048, "", "SHA256withRSA"),
    /** RSA with 3072 bits: the default for encryption, readable by every mail program. */
    RSA_3072("RSA", 3072, "", "SHA256withRSA"),
    /** RSA with 4096 bits. */
    RSA_4096("RSA", 4096, "", "SHA256withRSA");

    private final String algorithm;
    private final int bits;
    private final String curve;
    private final String signatureAlgorithm;

    KeyType(String algorithm, int bits, String curve, String signatureAlgorithm) {
        this.algorithm = algorithm;
        this.bits = bits;
        this.curve = curve;
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /** {@code EC} or {@code RSA}. */
    public String algorithm() {
        return algorithm;
    }

    /** Length of the modulus or of the field, in bits. */
    public int bits() {
        return bits;
    }

    /** The signature algorithm used with such a key, in Java's spelling. */
    public String signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** Whether a pair takes so long to make that it is worth making ahead: seconds for RSA, no time for a curve. */
    public boolean slow() {
        return curve.isEmpty();
    }

    String curve() {
        return curve;
    }

    /** The type of a key; empty for keys that the product does not make. */
    public static Optional<KeyType> of(PublicKey key) {
        int length = key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength()
                : key instanceof ECPublicKey ec
                        ? ec.getParams().getCurve().getField().getFieldSize()
                        : 0;
        String algorithm = key instanceof RSAPublicKey ? "RSA" : "EC";
        return Arrays.stream(values())
                .filter(type -> type.bits == length && type.algorithm.equals(algorithm))
                .findFirst();
    }
}
