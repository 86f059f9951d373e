package org.sealpost.epf;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/**
 * PBES2 (RFC 8018) with AES-256-CBC and PBKDF2-HMAC-SHA-256 for one file under one password. All parts of a file that
 * we write share one salt, so that the slow derivation runs once; each part has its own initialisation vector.
 */
final class PasswordCipher implements AutoCloseable {
    /** The rounds that opening one file may cost in all: about five seconds. */
    static final int MOST_ROUNDS = 10_000_000;

    private static final int SALT_LENGTH = 16;
    private static final int LONGEST_SALT = 64;
    private static final int BLOCK = 16;
    private static final int KEY_LENGTH = 32;
    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private final Providers providers;
    private final Passphrase password;
    private final Map<String, SecretBytes> derived = new HashMap<>();
    private int roundsLeft = MOST_ROUNDS;

    /** @param password stays the caller's, who closes it after this */
    PasswordCipher(Providers providers, Passphrase password) {
        this.providers = providers;
        this.password = password;
    }

    /** The algorithm for a new part of a file, with a fresh vector. */
    static AlgorithmIdentifier algorithm(byte[] salt, int rounds, SecureRandom random) {
        byte[] vector = new byte[BLOCK];
        random.nextBytes(vector);
        PBKDF2Params derivation = new PBKDF2Params(salt, rounds, KEY_LENGTH, HMAC_SHA256);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector))));
    }

    static byte[] newSalt(SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }

    byte[] encrypt(AlgorithmIdentifier algorithm, byte[] plaintext) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, algorithm).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC failed", e);
        }
    }

    /**
     * @throws GeneralSecurityException when the password does not fit or the bytes were altered
     * @throws DamagedSecurityFile when the algorithm is another one or asks for too much work
     */
    SecretBytes decrypt(AlgorithmIdentifier algorithm, byte[] ciphertext) throws GeneralSecurityException {
        return SecretBytes.taking(cipher(Cipher.DECRYPT_MODE, algorithm).doFinal(ciphertext));
    }

    private Cipher cipher(int mode, AlgorithmIdentifier algorithm) throws GeneralSecurityException {
        require(algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2));
        PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
        require(scheme.getEncryptionScheme().getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CBC));
        byte[] vector = ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters())
                .getOctets();
        require(vector.length == BLOCK);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding", providers.aesCbc());
        cipher.init(mode, key(scheme.getKeyDerivationFunc()).asAesKey(), new IvParameterSpec(vector));
        return cipher;
    }

    private SecretBytes key(KeyDerivationFunc function) throws GeneralSecurityException {
        require(function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2));
        PBKDF2Params parameters = PBKDF2Params.getInstance(function.getParameters());
        require(parameters.getPrf().getAlgorithm().equals(PKCSObjectIdentifiers.id_hmacWithSHA256));
        byte[] salt = parameters.getSalt();
        int rounds = spend(
                parameters.getIterationCount().bitLength() > 31
                        ? Integer.MAX_VALUE
                        : parameters.getIterationCount().intValue());
        require(salt.length > 0 && salt.length <= LONGEST_SALT);
        String known = rounds + ":" + Hex.toHexString(salt);
        SecretBytes key = derived.get(known);
        if (key == null) {
            roundsLeft -= rounds;
            key = derive(salt, rounds);
            derived.put(known, key);
        }
        return key;
    }

    /** Refuses work that no honest file asks for, before doing any of it. */
    int spend(int rounds) {
        if (rounds < 1 || rounds > roundsLeft) {
            throw new DamagedSecurityFile("rounds", null);
        }
        return rounds;
    }

    private SecretBytes derive(byte[] salt, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.expose(), salt, rounds, KEY_LENGTH * 8);
        try {
            return SecretBytes.taking(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256", providers.passwordKeys())
                    .generateSecret(spec)
                    .getEncoded());
        } finally {
            spec.clearPassword();
        }
    }

    private static void require(boolean expected) {
        if (!expected) {
            throw new DamagedSecurityFile("algorithm", null);
        }
    }

    @Override
    public void close() {
        derived.values().forEach(SecretBytes::close);
    }
}
