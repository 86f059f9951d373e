package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

class PasswordCipherTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] SALT = "sixteen bytes !!".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BLOCK = "exactly 16 bytes".getBytes(StandardCharsets.US_ASCII);
    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private final Passphrase password = Passphrase.copyOf("grün 鍵");
    private final PasswordCipher cipher = new PasswordCipher(Providers.best(), password);

    private static AlgorithmIdentifier algorithm(PBKDF2Params derivation, EncryptionScheme scheme) {
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation), scheme));
    }

    private static EncryptionScheme aes(byte[] vector) {
        return new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 5000})
    void decryptsWhatItEncrypted(int length) throws GeneralSecurityException {
        byte[] plaintext = new byte[length];
        RANDOM.nextBytes(plaintext);
        AlgorithmIdentifier algorithm = PasswordCipher.algorithm(SALT, 10, RANDOM);
        try (SecretBytes decrypted = cipher.decrypt(algorithm, cipher.encrypt(algorithm, plaintext))) {
            assertThat(decrypted.expose()).isEqualTo(plaintext);
        }
    }

    /** Bouncy Castle's own PBKDF2 and AES as the second opinion. */
    @Test
    void keyIsThatOfRfc8018() {
        byte[] vector = new byte[16];
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init("grün 鍵".getBytes(StandardCharsets.UTF_8), SALT, 1000);
        CBCBlockCipher aes = (CBCBlockCipher) CBCBlockCipher.newInstance(AESEngine.newInstance());
        aes.init(true, new ParametersWithIV(generator.generateDerivedParameters(256), vector));
        byte[] expected = new byte[16];
        aes.processBlock(BLOCK, 0, expected, 0);
        byte[] ours = cipher.encrypt(algorithm(new PBKDF2Params(SALT, 1000, 32, HMAC_SHA256), aes(vector)), BLOCK);
        assertThat(Arrays.copyOf(ours, 16)).isEqualTo(expected);
    }

    @Test
    void everyPartHasItsOwnVector() {
        AlgorithmIdentifier one = PasswordCipher.algorithm(SALT, 10, RANDOM);
        AlgorithmIdentifier two = PasswordCipher.algorithm(SALT, 10, RANDOM);
        assertThat(one).isNotEqualTo(two);
        assertThat(cipher.encrypt(one, BLOCK)).isNotEqualTo(cipher.encrypt(two, BLOCK));
    }

    @Test
    void otherAlgorithmsAreRefused() {
        PBKDF2Params good = new PBKDF2Params(SALT, 10, 32, HMAC_SHA256);
        assertRefused(new AlgorithmIdentifier(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC), "algorithm");
        assertRefused(
                algorithm(
                        good,
                        new EncryptionScheme(PKCSObjectIdentifiers.des_EDE3_CBC, new DEROctetString(new byte[8]))),
                "algorithm");
        assertRefused(algorithm(good, aes(new byte[8])), "algorithm");
        assertRefused(algorithm(new PBKDF2Params(SALT, 10, 32), aes(new byte[16])), "algorithm");
        assertRefused(algorithm(new PBKDF2Params(new byte[0], 10, 32, HMAC_SHA256), aes(new byte[16])), "algorithm");
        assertRefused(algorithm(new PBKDF2Params(new byte[65], 10, 32, HMAC_SHA256), aes(new byte[16])), "algorithm");
    }

    @Test
    void workOfAWholeFileIsBoundedHoweverItIsSpread() throws GeneralSecurityException {
        int half = PasswordCipher.MOST_ROUNDS / 2 + 1;
        assertThat(cipher.spend(half)).isEqualTo(half);
        AlgorithmIdentifier some = PasswordCipher.algorithm(SALT, 100_000, RANDOM);
        cipher.decrypt(some, cipher.encrypt(some, BLOCK)).close();
        assertThatThrownBy(() -> cipher.spend(PasswordCipher.MOST_ROUNDS - 99_999))
                .isInstanceOf(DamagedSecurityFile.class);
        assertThat(cipher.spend(PasswordCipher.MOST_ROUNDS - 100_000)).isPositive();
        assertRefused(
                algorithm(new PBKDF2Params(SALT, PasswordCipher.MOST_ROUNDS + 1, 32, HMAC_SHA256), aes(new byte[16])),
                "rounds");
    }

    private void assertRefused(AlgorithmIdentifier hostile, String what) {
        assertThatThrownBy(() -> cipher.decrypt(hostile, new byte[16]))
                .isInstanceOfSatisfying(DamagedSecurityFile.class, e -> assertThat(e.arguments())
                        .containsExactly(what));
    }
}
