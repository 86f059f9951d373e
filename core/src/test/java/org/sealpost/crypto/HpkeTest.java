package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HpkeTest {
    private static final byte[] INFO = "test v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AAD = "mailbox 42".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECRET = "an encryption key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NONE = {};

    private final Hpke hpke = new Hpke(Providers.best(), new SecureRandom());
    private final Hpke.Pair pair = hpke.keyPair();

    @Test
    void theLibrarysHpkeIsThatOfRfc9180() throws IOException, InvalidCipherTextException {
        GoldenVectors rfc = new GoldenVectors("hpke-rfc9180-a3.properties");
        HPKE suite = new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
        byte[] privateKey = rfc.bytes("privateKey");
        byte[] publicKey = CustomNamedCurves.getByName("secp256r1")
                .getG()
                .multiply(BigIntegers.fromUnsignedByteArray(privateKey))
                .getEncoded(false);
        AsymmetricCipherKeyPair recipient = suite.deserializePrivateKey(privateKey, publicKey);
        byte[] plaintext = suite.setupBaseR(rfc.bytes("encapsulation"), recipient, rfc.bytes("info"))
                .open(rfc.bytes("aad"), rfc.bytes("ciphertext"));
        assertThat(plaintext).isEqualTo(rfc.bytes("plaintext"));
    }

    @Test
    void opensWhatAnotherProgramSealed() throws IOException {
        GoldenVectors golden = new GoldenVectors("hpke-p256-sha256-aes256gcm.properties");
        try (SecretBytes privateKey = SecretBytes.taking(golden.bytes("privateKey"));
                SecretBytes plaintext = hpke.open(privateKey, golden.bytes("info"), NONE, golden.bytes("sealed"))) {
            assertThat(plaintext.expose()).isEqualTo(golden.bytes("plaintext"));
        }
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = hpke.seal(pair.publicKey(), INFO, AAD, SECRET);
        assertThat(sealed).hasSize(65 + SECRET.length + 16);
        assertThat(hpke.open(pair.privateKey(), INFO, AAD, sealed).expose()).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 4096, 3_000_000})
    void contentOfAnySizeComesBack(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        byte[] sealed = hpke.sealContent(pair.publicKey(), INFO, AAD, content);
        assertThat(sealed).hasSize(113 + size + 16);
        assertThat(hpke.openContent(pair.privateKey(), INFO, AAD, sealed).expose())
                .isEqualTo(content);
    }

    @Test
    void contentSealedWithOneProviderOpensWithTheOther() {
        Hpke portable = new Hpke(Providers.portable(), new SecureRandom());
        byte[] sealed = hpke.sealContent(pair.publicKey(), INFO, AAD, SECRET);
        assertThat(portable.openContent(pair.privateKey(), INFO, AAD, sealed).expose())
                .isEqualTo(SECRET);
    }

    @Test
    void anotherKeyPurposeOrRecordDoesNotOpen() {
        byte[] sealed = hpke.seal(pair.publicKey(), INFO, AAD, SECRET);
        assertRefused(() -> hpke.open(hpke.keyPair().privateKey(), INFO, AAD, sealed));
        assertRefused(() -> hpke.open(pair.privateKey(), NONE, AAD, sealed));
        assertRefused(() -> hpke.open(pair.privateKey(), INFO, NONE, sealed));
        byte[] content = hpke.sealContent(pair.publicKey(), INFO, AAD, SECRET);
        assertRefused(() -> hpke.openContent(hpke.keyPair().privateKey(), INFO, AAD, content));
        assertRefused(() -> hpke.openContent(pair.privateKey(), NONE, AAD, content));
        assertRefused(() -> hpke.openContent(pair.privateKey(), INFO, NONE, content));
    }

    @Test
    void everyAlteredOrMissingByteIsNoticed() {
        byte[] sealed = hpke.sealContent(pair.publicKey(), INFO, AAD, SECRET);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 4;
            assertRefused(() -> hpke.openContent(pair.privateKey(), INFO, AAD, altered));
            byte[] cut = Arrays.copyOf(sealed, i);
            assertRefused(() -> hpke.openContent(pair.privateKey(), INFO, AAD, cut));
        }
        byte[] single = hpke.seal(pair.publicKey(), INFO, AAD, SECRET);
        for (int i = 0; i < single.length; i++) {
            byte[] cut = Arrays.copyOf(single, i);
            assertRefused(() -> hpke.open(pair.privateKey(), INFO, AAD, cut));
        }
    }

    @Test
    void keyThatIsNoPointOfTheCurveIsRefused() {
        byte[] offCurve = pair.publicKey().clone();
        offCurve[64] ^= 1;
        byte[] infinity = new byte[65];
        for (byte[] bad : new byte[][] {offCurve, infinity, NONE, new byte[33], Arrays.copyOf(offCurve, 66)}) {
            assertThatThrownBy(() -> hpke.seal(bad, INFO, AAD, SECRET)).isInstanceOf(BadEncoding.class);
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(UnwrapFailed.class);
    }

    @Test
    void aSeedGivesThePairOfTheStandardsVector() {
        // RFC 9180 appendix A.3 (DHKEM(P-256, HKDF-SHA256)): ikmR and pkRm
        SecretBytes seed = SecretBytes.taking(
                HexFormat.of().parseHex("668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550"));
        try (Hpke.Pair pair = new Hpke(Providers.best(), new SecureRandom()).derive(seed)) {
            assertThat(HexFormat.of().formatHex(pair.publicKey()))
                    .isEqualTo(
                            "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f"
                                    + "62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0");
        }
    }

    @Test
    void whatIsSealedHasItsFormAndOtherBytesDoNot() {
        byte[] sealed = hpke.seal(pair.publicKey(), INFO, AAD, SECRET);
        assertThat(Hpke.hasForm(sealed)).isTrue();
        assertThat(Hpke.hasForm(NONE)).isFalse();
        assertThat(Hpke.hasForm(Arrays.copyOf(sealed, 80))).isFalse();
        sealed[10] ^= 1;
        assertThat(Hpke.hasForm(sealed)).isFalse();
    }
}
