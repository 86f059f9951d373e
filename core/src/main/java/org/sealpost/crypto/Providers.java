package org.sealpost.crypto;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Which provider makes which primitive: the fastest one measured that is present. Always handed over as an object and
 * never registered with the platform.
 *
 * <p>With the native provider AES-GCM, digests, RSA and elliptic curves run at the speed of the hardware; without it
 * the JDK does AES, digests and RSA, and Bouncy Castle elliptic curves (five to twelve times faster than the JDK 17's).
 * Bouncy Castle's pure-Java AES and SHA are never chosen; CAST5 and DES are its own everywhere.
 */
public final class Providers {
    private static final Providers BEST = new Providers(NativeProvider.find());
    private static final Providers PORTABLE = new Providers(Optional.empty());

    private final Provider bouncyCastle = new BouncyCastleProvider();
    private final Optional<Provider> accelerated;

    private Providers(Optional<Provider> accelerated) {
        this.accelerated = accelerated;
    }

    /** The fastest choice on this machine. */
    public static Providers best() {
        return BEST;
    }

    /** Without the native provider, whether it is present or not: the choice on machines that lack it. */
    public static Providers portable() {
        return PORTABLE;
    }

    /** Whether the native provider is used. */
    public boolean accelerated() {
        return accelerated.isPresent();
    }

    /** In words, for the service page. */
    public String describe() {
        return accelerated
                .map(it -> "native: " + it.getName() + " " + it.getVersionStr() + ", " + platform())
                .orElseGet(() -> "Java only: " + platform()
                        + (NativeProvider.whyMissing().isEmpty()
                                ? ""
                                : " (AmazonCorrettoCryptoProvider is not used: " + NativeProvider.whyMissing() + ")"));
    }

    private String platform() {
        return "JDK " + Runtime.version().feature() + ", Bouncy Castle " + bouncyCastle.getVersionStr();
    }

    /** {@code AES/GCM/NoPadding}; gathers everything before it releases plaintext, so for whole messages of 16 MB. */
    public Provider aesGcm() {
        return accelerated.orElseGet(() -> jdk("SunJCE"));
    }

    /** {@code AES/CBC/PKCS5Padding} and {@code AES/CTR/NoPadding}, both directions, best in chunks of 64 KB. */
    public Provider aesCbc() {
        return jdk("SunJCE");
    }

    /** {@code SHA-1}, {@code SHA-256}, {@code SHA-384}, {@code SHA-512}. */
    public Provider digest() {
        return jdk("SUN");
    }

    /** {@code HmacSHA256} and its like. */
    public Provider mac() {
        return accelerated.orElseGet(() -> jdk("SunJCE"));
    }

    /** {@code PBKDF2WithHmacSHA256}. */
    public Provider passwordKeys() {
        return jdk("SunJCE");
    }

    /** RSA signatures, PKCS #1 v1.5 and PSS. */
    public Provider rsaSignature() {
        return accelerated.orElseGet(() -> jdk("SunRsaSign"));
    }

    /** RSA key transport: {@code RSA/ECB/PKCS1Padding} and {@code RSA/ECB/OAEPPadding}. */
    public Provider rsaTransport() {
        return accelerated.orElseGet(() -> jdk("SunJCE"));
    }

    /** {@code RSA/ECB/OAEPPadding} with a label (RFC 8017 section 7.1), which the native provider refuses. */
    public Provider labelledOaep() {
        return jdk("SunJCE");
    }

    /** RSA key factory and key pair generator. */
    public Provider rsaKeys() {
        return accelerated.orElseGet(() -> jdk("SunRsaSign"));
    }

    /** ECDSA, ECDH, and the factory and generator of elliptic curve keys. */
    public Provider ellipticCurves() {
        return accelerated.orElse(bouncyCastle);
    }

    /** Ed25519 and Ed448, which only foreign peers use. */
    public Provider edwardsCurves() {
        return bouncyCastle;
    }

    /** CAST5, DES, triple DES and RC2. */
    public Provider historicalCiphers() {
        return bouncyCastle;
    }

    /** Certificates and CRLs as {@code java.security.cert} objects. */
    public Provider certificates() {
        return jdk("SUN");
    }

    /** Bouncy Castle, for what only it has. Not for AES or digests: 7 to 150 times slower there. */
    public Provider bouncyCastle() {
        return bouncyCastle;
    }

    /** The provider of signatures with keys of an algorithm. */
    public Provider signature(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA", "RSASSA-PSS" -> rsaSignature();
            case "EC", "ECDSA" -> ellipticCurves();
            default -> edwardsCurves();
        };
    }

    /**
     * The same public key as an object of the provider that will use it. A foreign key object costs two to three times
     * the time in every operation, so translate once and keep the result.
     *
     * @throws BadEncoding when the key is broken or of a kind that nobody here knows
     */
    public PublicKey adopt(PublicKey key) {
        return publicKey(key.getEncoded());
    }

    /**
     * The same private key as an object of the provider that will use it; a key that cannot leave its token stays there.
     *
     * @throws BadEncoding when the key is broken or of a kind that nobody here knows
     */
    public PrivateKey adopt(PrivateKey key) {
        byte[] pkcs8 = key.getEncoded();
        if (pkcs8 == null) {
            return key;
        }
        try (SecretBytes encoded = SecretBytes.taking(pkcs8)) {
            return privateKey(encoded);
        }
    }

    /**
     * A public key from its SubjectPublicKeyInfo (RFC 5280), as an object of the provider that will use it.
     *
     * @throws BadEncoding when it is broken, over 16 KB, or of a kind that nobody here knows
     */
    public PublicKey publicKey(byte[] spki) {
        return new KeyDecoding(this).publicKey(spki);
    }

    /**
     * A private key from its PKCS #8 form (RFC 5958), as an object of the provider that will use it.
     *
     * @throws BadEncoding when it is broken, over 16 KB, or of a kind that nobody here knows
     */
    public PrivateKey privateKey(SecretBytes pkcs8) {
        return new KeyDecoding(this).privateKey(pkcs8.expose());
    }

    Provider jdkRsa() {
        return jdk("SunRsaSign");
    }

    private static Provider jdk(String name) {
        Provider provider = Security.getProvider(name);
        if (provider == null) {
            throw new IllegalStateException("this Java platform has no provider " + name);
        }
        return provider;
    }
}
