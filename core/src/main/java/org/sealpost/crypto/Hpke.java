package org.sealpost.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Seals a secret to a public key: hybrid public key encryption (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256 and AES-256-GCM. For everything that is sealed to a key but is not mail: escrow, spool, transport.
 *
 * <p>Public keys are 65 bytes (uncompressed point), private keys 32. Immutable and safe for all threads.
 */
public final class Hpke {
    private static final int ENCAPSULATION = 65;
    private static final int TAG = 16;
    private static final int KEY = 32;
    private static final int HEAD = ENCAPSULATION + KEY + TAG;
    private static final int NONCE = 12;

    private final Providers providers;
    private final SecureRandom random;

    public Hpke(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    /** A pair for one recipient; the private half is wiped when closed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pair(byte[] publicKey, SecretBytes privateKey) implements AutoCloseable {
        @Override
        public void close() {
            privateKey.close();
        }

        /** Neither half. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /** Makes a pair. */
    public Pair keyPair() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        ECNamedDomainParameters p256 =
                new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, CustomNamedCurves.getByName("secp256r1"));
        generator.init(new ECKeyGenerationParameters(p256, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        byte[] scalar = BigIntegers.asUnsignedByteArray(KEY, ((ECPrivateKeyParameters) pair.getPrivate()).getD());
        return new Pair(suite().serializePublicKey(pair.getPublic()), SecretBytes.taking(scalar));
    }

    /**
     * The pair that belongs to a seed, always the same one (RFC 9180 section 4, DeriveKeyPair).
     *
     * @param seed at least 32 bytes of full entropy, or a hardened password
     */
    public Pair derive(SecretBytes seed) {
        if (seed.length() < KEY) {
            throw new IllegalArgumentException("seed must have " + KEY + " bytes, has " + seed.length());
        }
        AsymmetricCipherKeyPair pair = suite().deriveKeyPair(seed.expose());
        byte[] scalar = BigIntegers.asUnsignedByteArray(KEY, ((ECPrivateKeyParameters) pair.getPrivate()).getD());
        return new Pair(suite().serializePublicKey(pair.getPublic()), SecretBytes.taking(scalar));
    }

    /**
     * Seals a short secret: 65 bytes of encapsulation, then the ciphertext with its tag of 16 bytes, exactly as RFC
     * 9180's single-shot encryption.
     *
     * @param info names the use; the same value is needed to open
     * @param aad bytes that are authenticated with the plaintext; may be empty
     * @throws BadEncoding when the public key is not one
     */
    public byte[] seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext) {
        HPKEContextWithEncapsulation context = suite().setupBaseS(publicKey(publicKey), info);
        try {
            byte[] ciphertext = context.seal(aad, plaintext);
            byte[] sealed = Arrays.copyOf(context.getEncapsulation(), ENCAPSULATION + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, ENCAPSULATION, ciphertext.length);
            return sealed;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** Whether it has the form of what {@link #seal} makes: an encapsulation that is a point of the curve, and a tag. */
    public static boolean hasForm(byte[] sealed) {
        if (sealed.length <= ENCAPSULATION + TAG) {
            return false;
        }
        try {
            publicKey(Arrays.copyOf(sealed, ENCAPSULATION));
            return true;
        } catch (BadEncoding e) {
            return false;
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @return the plaintext, to be closed by the caller
     * @throws UnwrapFailed when key, info or aad differ or the value was altered
     */
    public SecretBytes open(SecretBytes privateKey, byte[] info, byte[] aad, byte[] sealed) {
        if (sealed.length < ENCAPSULATION + TAG) {
            throw new UnwrapFailed("hpke", new AEADBadTagException("too short"));
        }
        HPKE suite = suite();
        byte[] scalar = privateKey.expose();
        try {
            AsymmetricCipherKeyPair pair = suite.deserializePrivateKey(scalar, publicKeyOf(scalar));
            HPKEContext context = suite.setupBaseR(Arrays.copyOf(sealed, ENCAPSULATION), pair, info);
            return SecretBytes.taking(context.open(aad, Arrays.copyOfRange(sealed, ENCAPSULATION, sealed.length)));
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            throw new UnwrapFailed("hpke", e);
        }
    }

    /**
     * Seals content of any size at the speed of the fastest AES: a fresh key sealed as by {@link #seal} (113 bytes),
     * then the content under that key, with its tag of 16 bytes.
     *
     * @throws BadEncoding when the public key is not one
     */
    public byte[] sealContent(byte[] publicKey, byte[] info, byte[] aad, byte[] content) {
        try (SecretBytes key = SecretBytes.random(KEY, random)) {
            byte[] head = seal(publicKey, info, aad, key.expose());
            byte[] sealed = Arrays.copyOf(head, HEAD + content.length + TAG);
            cipher(Cipher.ENCRYPT_MODE, key).doFinal(content, 0, content.length, sealed, HEAD);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /**
     * Opens what {@link #sealContent} made.
     *
     * @return the content, to be closed by the caller
     * @throws UnwrapFailed when key, info or aad differ or the value was altered
     */
    public SecretBytes openContent(SecretBytes privateKey, byte[] info, byte[] aad, byte[] sealed) {
        if (sealed.length < HEAD + TAG) {
            throw new UnwrapFailed("hpke", new AEADBadTagException("too short"));
        }
        try (SecretBytes key = open(privateKey, info, aad, Arrays.copyOf(sealed, HEAD))) {
            return SecretBytes.taking(cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed, HEAD, sealed.length - HEAD));
        } catch (AEADBadTagException e) {
            throw new UnwrapFailed("hpke", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** The nonce is all zero: the key is fresh and encrypts once. */
    private Cipher cipher(int mode, SecretBytes key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", providers.aesGcm());
        cipher.init(mode, key.asAesKey(), new GCMParameterSpec(TAG * 8, new byte[NONCE]));
        return cipher;
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static byte[] publicKeyOf(byte[] scalar) {
        return CustomNamedCurves.getByName("secp256r1")
                .getG()
                .multiply(BigIntegers.fromUnsignedByteArray(scalar))
                .getEncoded(false);
    }

    private static AsymmetricKeyParameter publicKey(byte[] encoded) {
        if (encoded.length != ENCAPSULATION) {
            throw new BadEncoding("public key");
        }
        try {
            return suite().deserializePublicKey(encoded);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new BadEncoding("public key", e);
        }
    }
}
