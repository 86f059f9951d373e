package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.CAST5CBCParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.SealpostException;

/** Taking content keys out of lock boxes: a wrong key block must not be told apart from a wrong content. */
class LockBoxTest {

    private static final byte[] IV = new byte[8];

    /** With CBC a wrong key passes the padding check once in 256 times; what comes out then is noise, and marked. */
    private static final String NOISE = "noise, text only";

    @Test
    void aWrongTagAndAWrongCiphertextGiveTheSameAnswer() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        byte[] cms = CmsBytes.of(sealed);
        int keyBlock = cms.length - Corp.LETTER.length - 200;
        for (int at : new int[] {cms.length - 1, cms.length - 40, keyBlock}) {
            byte[] changed = cms.clone();
            changed[at] ^= 1;
            assertThat(answer(CmsBytes.replaced(sealed, changed), Corp.BOB_RSA)).isEqualTo("cannot-decrypt []");
        }
    }

    @Test
    void aWrongKeyBlockAndAWrongPaddingGiveTheSameAnswer() throws Exception {
        Set<String> answers = new HashSet<>();
        byte[][] blocks = {
            new byte[256],
            new byte[1],
            new byte[0],
            filled(256, 0xFF),
            ForeignEnvelopes.keyBlock(Corp.BOB_RSA, new byte[32]),
            ForeignEnvelopes.keyBlock(Corp.BOB_RSA, new byte[31]),
            ForeignEnvelopes.keyBlock(Corp.BOB_RSA, new byte[1]),
        };
        for (byte[] block : blocks) {
            for (int length : new int[] {16, 64, 63}) {
                answers.add(answer(
                        ForeignEnvelopes.message(Corp.BOB_RSA, block, ForeignEnvelopes.aes256(), filled(length, 0x5A)),
                        Corp.BOB_RSA));
            }
        }
        answers.remove(NOISE);
        assertThat(answers).containsExactly("cannot-decrypt []");
    }

    @Test
    void aLockBoxForAnotherKindOfKeyGivesTheSameAnswer() throws Exception {
        byte[] block = ForeignEnvelopes.keyBlock(Corp.BOB_RSA, filled(32, 1));
        byte[] message = ForeignEnvelopes.message(Corp.CAROL_EC, block, ForeignEnvelopes.aes256(), filled(64, 0x5A));
        assertThat(answer(message, Corp.CAROL_EC)).isIn("cannot-decrypt []", NOISE);
    }

    @Test
    void aMadeUpContentKeyDependsOnTheKeyBlockAlone() {
        DecryptionKey key = Corp.decryption(Corp.BOB_RSA);
        byte[] block = {1, 2, 3};
        assertThat(key.rejectionKey(block, 32, Corp.PROVIDERS))
                .hasSize(32)
                .isEqualTo(Corp.decryption(Corp.BOB_RSA).rejectionKey(block, 32, Corp.PROVIDERS))
                .isNotEqualTo(key.rejectionKey(new byte[] {1, 2, 4}, 32, Corp.PROVIDERS))
                .isNotEqualTo(Corp.decryption(Corp.CAROL_EC).rejectionKey(block, 32, Corp.PROVIDERS));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 16})
    void opensCastWithABareIvAsOpensslWritesIt(int keyLength) throws Exception {
        byte[] message = cast(new DEROctetString(IV), filled(keyLength, 7));
        try (OpenedMessage opened = Corp.open(message, Corp.BOB_RSA)) {
            assertThat(opened.sealState().format())
                    .contains(keyLength == 5 ? EncryptionFormat.CAST_40 : EncryptionFormat.CAST_64);
            assertThat(opened.sealState().textOnly()).isTrue();
            assertThat(text(opened)).endsWith("are ready.\r\n");
        }
        OpeningPolicy withoutCast40 = Corp.policy(Set.of(EncryptionFormat.CAST_64), Corp.crl());
        assertThatThrownBy(() -> Corp.open(message, withoutCast40, Corp.BOB_RSA))
                .isInstanceOf(FormatNotReadable.class);
    }

    @Test
    void theDeclaredCastKeyLengthMustBeTheKeysOwn() throws Exception {
        byte[] honest = cast(new CAST5CBCParameters(IV, 40), filled(5, 7));
        try (OpenedMessage opened = Corp.open(honest, Corp.BOB_RSA)) {
            assertThat(opened.sealState().format()).contains(EncryptionFormat.CAST_40);
            assertThat(text(opened)).endsWith("are ready.\r\n");
        }
        assertThat(answer(cast(new CAST5CBCParameters(IV, 64), filled(5, 7)), Corp.BOB_RSA))
                .isIn("cannot-decrypt []", NOISE);
        assertThat(answer(cast(new CAST5CBCParameters(IV, 40), filled(8, 7)), Corp.BOB_RSA))
                .isIn("cannot-decrypt []", NOISE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 41, 136})
    void refusesCastKeyLengthsThatCannotBe(int bits) throws Exception {
        byte[] message = cast(new CAST5CBCParameters(IV, bits), filled(5, 7));
        assertThatThrownBy(() -> Corp.open(message, Corp.BOB_RSA)).isInstanceOf(MalformedSeal.class);
    }

    @Test
    void authenticatedAttributesAreCoveredByTheTag() throws Exception {
        byte[] value = {1, 2, 3};
        byte[] good = ForeignEnvelopes.authenticated(Corp.BOB_RSA, Corp.LETTER, value, value);
        try (OpenedMessage opened = Corp.open(good, Corp.BOB_RSA)) {
            assertThat(text(opened)).endsWith("are ready.\r\n");
        }
        byte[] changed = ForeignEnvelopes.authenticated(Corp.BOB_RSA, Corp.LETTER, value, new byte[] {1, 2, 4});
        assertThat(answer(changed, Corp.BOB_RSA)).isEqualTo("cannot-decrypt []");
    }

    @Test
    void refusesAnInitialisationVectorOfTheWrongLength() throws Exception {
        byte[] message = cast(new DEROctetString(new byte[7]), filled(5, 7));
        assertThatThrownBy(() -> Corp.open(message, Corp.BOB_RSA)).isInstanceOf(MalformedSeal.class);
    }

    private static byte[] cast(ASN1Encodable parameters, byte[] key) throws Exception {
        return ForeignEnvelopes.message(
                Corp.BOB_RSA,
                ForeignEnvelopes.keyBlock(Corp.BOB_RSA, key),
                ForeignEnvelopes.cast(parameters),
                ForeignEnvelopes.castEncrypted(key, Corp.LETTER));
    }

    private static String answer(byte[] message, OwnedKey key) throws IOException {
        try (OpenedMessage opened = Corp.open(message, key)) {
            assertThat(text(opened)).doesNotContain("building");
            return opened.sealState().textOnly() ? NOISE : "noise, taken for good";
        } catch (SealpostException e) {
            assertThat(e.getCause()).isNull();
            return e.code() + " " + e.arguments();
        }
    }

    private static String text(OpenedMessage opened) throws IOException {
        return new String(Corp.content(opened), StandardCharsets.ISO_8859_1);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
