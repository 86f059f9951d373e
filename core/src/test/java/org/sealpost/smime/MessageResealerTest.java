package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.Finding;
import org.sealpost.pki.OwnedKey;

/** A new envelope around the very same bytes: nothing of what was sealed, and nothing of what is said of it, changes. */
class MessageResealerTest {

    private static final MessageResealer RESEALER = new MessageResealer(Corp.PROVIDERS, Corp.RANDOM);

    static Stream<Arguments> weaker() {
        return Stream.of(SignatureForm.values())
                .flatMap(form -> EnumSet.complementOf(EnumSet.of(EncryptionFormat.AES_256_GCM)).stream()
                        .map(format -> Arguments.of(format, form)));
    }

    @ParameterizedTest
    @MethodSource("weaker")
    void aSignedMessageOfAnyFormatOpensAsBefore(EncryptionFormat format, SignatureForm form) throws IOException {
        byte[] old = Corp.signAndEncrypt(Corp.LETTER, form, format, Corp.BOB_RSA, Corp.CAROL_EC);
        byte[] fresh = reseal(old, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        try (OpenedMessage before = Corp.open(old, Corp.BOB_RSA);
                OpenedMessage after = Corp.open(fresh, Corp.BOB_RSA)) {
            assertThatCode(() -> MessageResealer.requireSame(before, after)).doesNotThrowAnyException();
            assertThat(after.envelopeFormat()).contains(EncryptionFormat.AES_256_GCM);
            assertThat(Corp.content(after)).isEqualTo(Corp.content(before)).isEqualTo(Corp.LETTER);
            assertThat(inside(after)).as("the signed bytes").isEqualTo(inside(before));
            assertThat(after.signaturesHold()).isTrue();
        }
    }

    @Test
    void nobodyElseOpensTheNewEnvelope() throws IOException {
        byte[] old = Corp.signAndEncrypt(
                Corp.LETTER, SignatureForm.CLEAR, EncryptionFormat.DES, Corp.BOB_RSA, Corp.CAROL_EC);
        byte[] fresh = reseal(old, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        assertThatThrownBy(() -> Corp.open(fresh, Corp.CAROL_EC)).isInstanceOf(NoKeyForMessage.class);
    }

    /** The header outside is not ours to write: not its order, not its folding, not its line ends. */
    @ParameterizedTest
    @CsvSource({"'\r\n'", "'\n'"})
    void theHeaderOutsideStaysByteForByte(String lineEnd) throws IOException {
        String sealed =
                text(Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, EncryptionFormat.CAST_40, Corp.BOB_RSA));
        byte[] old = Corp.ascii(("Received: from a by b;\r\n\twith ESMTP\r\n" + sealed).replace("\r\n", lineEnd));
        byte[] fresh = reseal(old, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        String kept = text(old).substring(0, text(old).indexOf("Content-Type"));
        assertThat(text(fresh)).startsWith(kept + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data");
        try (OpenedMessage before = Corp.open(old, Corp.BOB_RSA);
                OpenedMessage after = Corp.open(fresh, Corp.BOB_RSA)) {
            MessageResealer.requireSame(before, after);
        }
    }

    /** What is hidden inside stays hidden outside. */
    @Test
    void aHiddenSubjectStaysInside() throws IOException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        Corp.SEALER.sign(
                MessageSource.of(Corp.LETTER),
                Corp.signing(Corp.ALICE_SIGNS),
                SignatureForm.CLEAR,
                HeaderProtection.BASELINE,
                signed);
        byte[] old = Corp.encrypt(signed.toByteArray(), EncryptionFormat.AES_128_CBC, Corp.BOB_RSA);
        byte[] fresh = reseal(old, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        assertThat(text(fresh)).contains("Subject: [...]").doesNotContain("Plans");
        try (OpenedMessage before = Corp.open(old, Corp.BOB_RSA);
                OpenedMessage after = Corp.open(fresh, Corp.BOB_RSA)) {
            MessageResealer.requireSame(before, after);
            assertThat(after.protectedHeaders())
                    .hasValueSatisfying(header -> assertThat(header.hidden()).contains("subject"));
            assertThat(new String(Corp.content(after), StandardCharsets.US_ASCII))
                    .contains("Subject: Plans");
        }
    }

    /** An envelope that stops changes must not be put around what anybody may have changed before (EFAIL), nor be taken off. */
    @ParameterizedTest
    @CsvSource({
        "AES_128_CBC, AES_256_GCM, false",
        "AES_128_CBC, AES_256_CBC, true",
        "AES_128_GCM, AES_256_GCM, true",
        "AES_128_GCM, AES_256_CBC, false"
    })
    void withoutASignatureTheProtectionFromChangeStaysWhatItWas(
            EncryptionFormat from, EncryptionFormat to, boolean possible) throws IOException {
        byte[] old = Corp.encrypt(Corp.LETTER, from, Corp.BOB_RSA);
        if (possible) {
            byte[] fresh = reseal(old, to, Corp.BOB_RSA);
            try (OpenedMessage before = Corp.open(old, Corp.BOB_RSA);
                    OpenedMessage after = Corp.open(fresh, Corp.BOB_RSA)) {
                MessageResealer.requireSame(before, after);
                assertThat(after.sealState().textOnly())
                        .isEqualTo(before.sealState().textOnly());
            }
        } else {
            assertThatThrownBy(() -> reseal(old, to, Corp.BOB_RSA)).isInstanceOf(ProtectionDiffers.class);
        }
    }

    @Test
    void aHistoricalFormatIsNotPutAroundWhatIsNotSigned() throws IOException {
        byte[] old = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        assertThatThrownBy(() -> reseal(old, EncryptionFormat.CAST_64, Corp.BOB_RSA))
                .isInstanceOf(SignatureNeeded.class);
    }

    @Test
    void whatHasNoEnvelopeGetsNone() throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR);
        assertThatThrownBy(() -> reseal(signed, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA))
                .isInstanceOf(NotAnEnvelope.class);
        assertThatThrownBy(() -> reseal(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA))
                .isInstanceOf(NotAnEnvelope.class);
    }

    /** A signature that does not hold is kept as it is, with its verdict: it is evidence, too. */
    @Test
    void aBrokenSignatureStaysBroken() throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR);
        byte[] altered = Corp.ascii(text(signed).replace("are ready", "are wrong"));
        byte[] old = Corp.encrypt(altered, EncryptionFormat.AES_128_CBC, Corp.BOB_RSA);
        byte[] fresh = reseal(old, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        try (OpenedMessage before = Corp.open(old, Corp.BOB_RSA);
                OpenedMessage after = Corp.open(fresh, Corp.BOB_RSA)) {
            MessageResealer.requireSame(before, after);
            assertThat(after.signatureOutcome()).contains(Finding.Outcome.FAILED);
        }
        assertThatThrownBy(() -> reseal(old, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA))
                .isInstanceOf(ProtectionDiffers.class);
    }

    @ParameterizedTest
    @CsvSource({"new building, old building, inside", "Subject: Plans, Subject: Plant, content"})
    void anyDifferenceIsFound(String text, String otherText, String where) throws IOException {
        byte[] one = Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, EncryptionFormat.DES, Corp.BOB_RSA);
        byte[] other = where.equals("content")
                ? Corp.ascii(text(one).replace(text, otherText))
                : Corp.signAndEncrypt(
                        Corp.ascii(text(Corp.LETTER).replace(text, otherText)),
                        SignatureForm.OPAQUE,
                        EncryptionFormat.DES,
                        Corp.BOB_RSA);
        try (OpenedMessage before = Corp.open(one, Corp.BOB_RSA);
                OpenedMessage after = Corp.open(other, Corp.BOB_RSA)) {
            assertThatThrownBy(() -> MessageResealer.requireSame(before, after))
                    .isInstanceOfSatisfying(ResealedDiffers.class, differs -> assertThat(differs.arguments())
                            .containsExactly(where));
        }
    }

    /** Beyond what is kept in memory, the content is read anew each time, from the envelope. */
    @Test
    void aLargeMessageIsResealedPieceByPiece() throws IOException {
        byte[] letter = Corp.ascii(text(Corp.LETTER) + "All of it, again and again.\r\n".repeat(120_000));
        byte[] old = Corp.signAndEncrypt(letter, SignatureForm.CLEAR, EncryptionFormat.AES_128_CBC, Corp.CAROL_EC);
        byte[] fresh = reseal(old, EncryptionFormat.AES_256_GCM, Corp.CAROL_EC);
        try (OpenedMessage before = Corp.open(old, Corp.CAROL_EC);
                OpenedMessage after = Corp.open(fresh, Corp.CAROL_EC)) {
            MessageResealer.requireSame(before, after);
            assertThat(after.signaturesHold()).isTrue();
        }
    }

    private static byte[] reseal(byte[] message, EncryptionFormat format, OwnedKey owner) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OpenedMessage opened = Corp.open(message, owner)) {
            RESEALER.reseal(MessageSource.of(message), opened, Corp.envelope(format, owner), out);
        }
        return out.toByteArray();
    }

    private static byte[] inside(OpenedMessage opened) throws IOException {
        try (InputStream in = opened.envelope().orElseThrow().content().open()) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1);
    }
}
