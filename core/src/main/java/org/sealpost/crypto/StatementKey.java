package org.sealpost.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * An Ed25519 key (RFC 8032) that follows from a secret: whoever keeps the secret can sign statements that everyone with
 * the public key can check, now and after every restart, and there is no second secret to be kept.
 */
public final class StatementKey implements AutoCloseable {
    private static final String HMAC = "HmacSHA256";

    private final SecretBytes seed;

    private StatementKey(SecretBytes seed) {
        this.seed = seed;
    }

    /** @param seed the 32 bytes of RFC 8032 section 5.1.5, taken over */
    static StatementKey ofSeed(SecretBytes seed) {
        if (seed.length() != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("a seed has " + Ed25519PrivateKeyParameters.KEY_SIZE + " bytes");
        }
        return new StatementKey(seed);
    }

    /**
     * The key that follows from a secret for one purpose: HKDF-Expand of RFC 5869 with HMAC-SHA-256.
     *
     * @param secret uniformly random, at least 32 bytes; stays the caller's
     * @param purpose another purpose gives another key
     */
    public static StatementKey derive(SecretBytes secret, String purpose) {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.expose(), HMAC));
            mac.update(info);
            return ofSeed(SecretBytes.taking(mac.doFinal(new byte[] {1})));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }

    /** SubjectPublicKeyInfo (RFC 8410), which {@code openssl pkey -pubin -inform DER} reads. */
    public byte[] publicKey() {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            privateKey().generatePublicKey())
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /** Signs; the signature has 64 bytes. */
    public byte[] sign(byte[] statement) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, privateKey());
        signer.update(statement, 0, statement.length);
        return signer.generateSignature();
    }

    /**
     * Whether the signature is that key's for that statement.
     *
     * @param publicKey as {@link #publicKey()} gives it; anything else verifies nothing
     */
    public static boolean verify(byte[] publicKey, byte[] statement, byte[] signature) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(publicKey);
            if (!(key instanceof Ed25519PublicKeyParameters)
                    || signature.length != Ed25519PrivateKeyParameters.SIGNATURE_SIZE) {
                return false;
            }
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, key);
            verifier.update(statement, 0, statement.length);
            return verifier.verifySignature(signature);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return false;
        }
    }

    @Override
    public void close() {
        seed.close();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "StatementKey";
    }

    private Ed25519PrivateKeyParameters privateKey() {
        return new Ed25519PrivateKeyParameters(seed.expose(), 0);
    }
}
