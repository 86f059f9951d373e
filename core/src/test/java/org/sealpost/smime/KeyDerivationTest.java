package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.engines.RFC5649WrapEngine;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.SecretBytes;

/** From an agreed secret to a wrapped content key, held against published values and another implementation. */
class KeyDerivationTest {

    private static final HexFormat HEX = HexFormat.of();

    /** NIST CAVS 12.0, ANSI X9.63-2001, SHA-256, first vector. */
    @Test
    void agreesWithThePublishedVector() throws GeneralSecurityException {
        byte[] secret = HEX.parseHex("96c05619d56c328ab95fe84b18264b08725b85e33fd34f08");
        try (SecretBytes key = KeyDerivation.derive("SHA-256", secret, new byte[0], 16, Corp.PROVIDERS)) {
            assertThat(key.expose()).isEqualTo(HEX.parseHex("443024c3dae66b95e6f5670601558f71"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"})
    void agreesWithAnotherImplementationInEveryLength(String digest) throws GeneralSecurityException {
        Random random = new Random(7);
        for (int length = 1; length <= 200; length += 11) {
            byte[] secret = bytes(random, 66);
            byte[] info = bytes(random, random.nextInt(90));
            KDF2BytesGenerator other = new KDF2BytesGenerator(other(digest));
            other.init(new KDFParameters(secret.clone(), info));
            byte[] expected = new byte[length];
            other.generateBytes(expected, 0, length);
            try (SecretBytes key = KeyDerivation.derive(digest, secret, info, length, Corp.PROVIDERS)) {
                assertThat(key.expose()).isEqualTo(expected);
            }
        }
    }

    @Test
    void wipesTheSecret() throws GeneralSecurityException {
        byte[] secret = bytes(new Random(1), 32);
        KeyDerivation.derive("SHA-256", secret, new byte[0], 32, Corp.PROVIDERS).close();
        assertThat(secret).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"1.3.132.1.11.1,SHA-256", "1.3.132.1.14.2,SHA-384", "1.3.133.16.840.63.0.2,SHA-1"})
    void schemesNameTheirDigest(String scheme, String digest) {
        assertThat(KeyDerivation.digest(new ASN1ObjectIdentifier(scheme))).contains(digest);
    }

    @Test
    void bothKindsOfAgreementAreKnownAndOthersAreNot() {
        assertThat(KeyDerivation.digest(X9ObjectIdentifiers.dhSinglePass_stdDH_sha1kdf_scheme))
                .isEqualTo(KeyDerivation.digest(X9ObjectIdentifiers.dhSinglePass_cofactorDH_sha1kdf_scheme));
        assertThat(KeyDerivation.digest(SECObjectIdentifiers.dhSinglePass_stdDH_sha512kdf_scheme))
                .contains("SHA-512");
        assertThat(KeyDerivation.digest(X9ObjectIdentifiers.mqvSinglePass_sha1kdf_scheme))
                .isEmpty();
    }

    /** RFC 5753 section 7.2: algorithm, the sender's material if any, and the length in bits. */
    @Test
    void sharedInfoSaysWhichKeyIsMade() {
        AlgorithmIdentifier wrap = WrapAlgorithm.AES_256.toAsn1();
        ECCCMSSharedInfo without = ECCCMSSharedInfo.getInstance(KeyDerivation.sharedInfo(wrap, 32, new byte[0]));
        assertThat(Der.encode(without)).isEqualTo(KeyDerivation.sharedInfo(wrap, 32, new byte[0]));
        assertThat(HEX.formatHex(Der.encode(without))).endsWith("040400000100").doesNotContain("a0");
        byte[] material = {1, 2, 3};
        assertThat(HEX.formatHex(KeyDerivation.sharedInfo(wrap, 16, material)))
                .contains("0403010203")
                .endsWith("040400000080");
    }

    /** What is left out and what is NULL are two encodings, and both sides must take the message's own. */
    @Test
    void parametersOfTheWrapAreKeptAsTheyAre() {
        byte[] absent = KeyDerivation.sharedInfo(
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes128_wrap), 16, new byte[0]);
        byte[] empty = KeyDerivation.sharedInfo(
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes128_wrap, DERNull.INSTANCE), 16, new byte[0]);
        assertThat(empty).hasSize(absent.length + 2).isNotEqualTo(absent);
    }

    @ParameterizedTest
    @EnumSource
    void wrapsAsAnotherImplementationDoes(WrapAlgorithm wrap) throws Exception {
        Random random = new Random(9);
        boolean padded = wrap.transformation().contains("KWP");
        for (int length : padded ? new int[] {5, 8, 16, 32} : new int[] {16, 24, 32}) {
            byte[] key = bytes(random, wrap.keyLength());
            byte[] content = bytes(random, length);
            Cipher cipher = Cipher.getInstance(wrap.transformation(), Corp.PROVIDERS.aesCbc());
            cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(key, "AES"));
            byte[] wrapped = cipher.wrap(new SecretKeySpec(content, "AES"));
            Wrapper other = padded
                    ? new RFC5649WrapEngine(AESEngine.newInstance())
                    : new RFC3394WrapEngine(AESEngine.newInstance());
            other.init(false, new KeyParameter(key));
            assertThat(other.unwrap(wrapped, 0, wrapped.length)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @CsvSource({"5,AES_256_PADDED", "8,AES_256_PADDED", "16,AES_128", "24,AES_256", "32,AES_256"})
    void theWrapIsAtLeastAsStrongAsTheContentKey(int contentKey, WrapAlgorithm wrap) {
        assertThat(WrapAlgorithm.forContentKey(contentKey)).isEqualTo(wrap);
        assertThat(wrap.keyLength()).isGreaterThanOrEqualTo(Math.max(contentKey, 16));
        assertThat(WrapAlgorithm.find(wrap.toAsn1().getAlgorithm())).contains(wrap);
    }

    private static Digest other(String digest) {
        return switch (digest) {
            case "SHA-1" -> new SHA1Digest();
            case "SHA-224" -> new SHA224Digest();
            case "SHA-256" -> SHA256Digest.newInstance();
            case "SHA-384" -> new SHA384Digest();
            default -> new SHA512Digest();
        };
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
