package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.SealpostException;

/**
 * Whatever is wrong inside a message that is for us, the refusal is one and the same in class, code, arguments, text and
 * cause: what differs between two wrong messages is what an attacker asks (RFC 3218, Vaudenay 2002, Bleichenbacher
 * 1998).
 */
class OneAnswerTest {

    private static final String ONE = "org.sealpost.smime.CannotDecrypt|cannot-decrypt|[]|cannot-decrypt []|null|0";

    /** With CBC a wrong key or block passes the padding check once in 256 times: then noise comes out, and marked. */
    private static final String NOISE = "noise, text only";

    /** A change behind the end of the base64 inside touches nothing that is signed. */
    private static final String UNCHANGED = "unchanged";

    private static final int TAG = 16;

    static Stream<Arguments> formatsAndKeys() {
        return Arrays.stream(EncryptionFormat.values())
                .flatMap(format -> Stream.of(Corp.BOB_RSA, Corp.CAROL_EC, Corp.DAVE_EC_384)
                        .map(key -> Arguments.of(
                                format, key.certificate().getPublicKey().getAlgorithm(), key)));
    }

    @ParameterizedTest(name = "{0} {1}", autoCloseArguments = false)
    @MethodSource("formatsAndKeys")
    void aChangedCiphertextGivesTheOneAnswer(EncryptionFormat format, String algorithm, OwnedKey key)
            throws IOException {
        byte[] sealed = sealed(format, key);
        byte[] cms = CmsBytes.of(sealed);
        Set<String> answers = new HashSet<>();
        int content = Corp.LETTER.length / 2;
        int tagHeader = format.authenticated() ? cms.length - TAG - 2 : cms.length;
        for (int at = cms.length - content; at < cms.length; at++) {
            if (at == tagHeader || at == tagHeader + 1) {
                continue;
            }
            byte[] changed = cms.clone();
            changed[at] ^= 0x40;
            answers.add(answer(CmsBytes.replaced(sealed, changed), key));
        }
        // a changed block of a signed CBC message is decrypted, and found out by the signature
        assertThat(answers)
                .isSubsetOf(ONE, NOISE, UNCHANGED, "broken signature")
                .contains(ONE);
        if (format.authenticated()) {
            assertThat(answers).containsExactly(ONE);
        }
    }

    @ParameterizedTest(name = "{0} {1}", autoCloseArguments = false)
    @MethodSource("formatsAndKeys")
    void aChangedKeyBlockGivesTheOneAnswer(EncryptionFormat format, String algorithm, OwnedKey key) throws IOException {
        byte[] sealed = sealed(format, key);
        byte[] cms = CmsBytes.of(sealed);
        byte[] block = KeyBlocks.find(cms);
        int start = KeyBlocks.indexOf(cms, block);
        Random random = new Random(5);
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            byte[] changed = cms.clone();
            changed[start + random.nextInt(block.length)] ^= (byte) (1 + random.nextInt(255));
            answers.add(answer(CmsBytes.replaced(sealed, changed), key));
        }
        answers.remove(NOISE);
        assertThat(answers).containsExactly(ONE);
    }

    @ParameterizedTest(name = "{0} {1}", autoCloseArguments = false)
    @MethodSource("formatsAndKeys")
    void aKeyBlockOfAnyOtherContentGivesTheOneAnswer(EncryptionFormat format, String algorithm, OwnedKey key)
            throws IOException {
        byte[] sealed = sealed(format, key);
        byte[] cms = CmsBytes.of(sealed);
        byte[] block = KeyBlocks.find(cms);
        int start = KeyBlocks.indexOf(cms, block);
        Set<String> answers = new HashSet<>();
        for (int value : new int[] {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
            byte[] changed = cms.clone();
            Arrays.fill(changed, start, start + block.length, (byte) value);
            answers.add(answer(CmsBytes.replaced(sealed, changed), key));
        }
        answers.remove(NOISE);
        assertThat(answers).containsExactly(ONE);
    }

    /** A point that is not on the curve would give the private key away bit by bit (RFC 5753 section 7). */
    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("formatsAndKeys")
    void aPointBesideTheCurveGivesTheOneAnswer(EncryptionFormat format, String algorithm, OwnedKey key)
            throws IOException {
        if (algorithm.equals("RSA")) {
            return;
        }
        byte[] sealed = sealed(format, key);
        byte[] cms = CmsBytes.of(sealed);
        byte[] point = KeyBlocks.ephemeralPoint(cms);
        int start = KeyBlocks.indexOf(cms, point);
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < point.length; i += 7) {
            byte[] changed = cms.clone();
            changed[start + i] ^= 1;
            answers.add(answer(CmsBytes.replaced(sealed, changed), key));
        }
        byte[] nowhere = cms.clone();
        Arrays.fill(nowhere, start, start + point.length, (byte) 0);
        answers.add(answer(CmsBytes.replaced(sealed, nowhere), key));
        // the made-up content key depends on the wrapped key alone, so that all points give the same answer
        assertThat(answers).hasSize(1).isSubsetOf(ONE, NOISE);
    }

    private static byte[] sealed(EncryptionFormat format, OwnedKey key) throws IOException {
        return Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, format, key);
    }

    private static String answer(byte[] message, OwnedKey key) throws IOException {
        try (OpenedMessage opened = Corp.open(message, key)) {
            if (opened.signaturesHold()) {
                assertThat(Corp.content(opened)).isEqualTo(Corp.LETTER);
                return UNCHANGED;
            }
            if (!opened.signatures().isEmpty()) {
                return "broken signature";
            }
            assertThat(new String(Corp.content(opened), StandardCharsets.ISO_8859_1))
                    .doesNotContain("new building are ready");
            assertThat(opened.sealState().textOnly()).isTrue();
            return NOISE;
        } catch (MalformedSeal | UnknownFormat e) {
            // the decrypted noise has a readable header by chance, or the changed block lay in a signature
            return "broken signature";
        } catch (SealpostException e) {
            return String.join(
                    "|",
                    e.getClass().getName(),
                    e.code(),
                    e.arguments().toString(),
                    e.getMessage(),
                    String.valueOf(e.getCause()),
                    Integer.toString(e.getSuppressed().length));
        }
    }
}
