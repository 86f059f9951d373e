package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;
import org.sealpost.pki.Finding;

/** Header fields inside the seal (RFC 9788): written, read, and believed over those outside. */
class HeaderProtectionTest {

    private static final byte[] LETTER = Corp.ascii("""
        From: Alice <alice@corp.example>
        To: Bob <bob@corp.example>
        Cc: carol@corp.example,
         dave@corp.example
        Subject: Plans for the
         new building
        Keywords: secret
        Date: Tue, 24 Nov 2026 12:00:00 +0000
        Message-ID: <1@corp.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        They are ready.
        """.replace("\n", "\r\n"));

    @ParameterizedTest
    @EnumSource(names = {"AES_256_GCM", "AES_256_CBC"})
    void theSubjectIsHiddenOutsideAndShownAfterOpening(EncryptionFormat format) throws IOException {
        for (SignatureForm form : SignatureForm.values()) {
            byte[] sealed = sealed(form, format);
            assertThat(text(sealed)).contains("Subject: [...]\r\n").doesNotContain("building", "Keywords", "Plans");
            try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
                assertThat(opened.signaturesHold())
                        .as(opened.signatures().toString())
                        .isTrue();
                assertThat(shown(opened).headers().subject()).isEqualTo("Plans for the new building");
                assertThat(text(Corp.content(opened)))
                        .doesNotContain("[...]", "HP-Outer")
                        .contains("Keywords: secret");
                ProtectedHeaders headers = opened.protectedHeaders().orElseThrow();
                assertThat(headers.hidden()).containsExactlyInAnyOrder("subject", "keywords");
                assertThat(headers.names())
                        .containsExactlyInAnyOrder("from", "to", "cc", "subject", "keywords", "date", "message-id");
                assertThat(headers.authorDiffers()).isFalse();
            }
        }
    }

    @Test
    void aMessageThatIsEncryptedAloneHidesItsSubjectToo() throws IOException {
        byte[] sealed = encrypted(LETTER, HeaderProtection.BASELINE);
        assertThat(text(sealed)).doesNotContain("building");
        try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
            assertThat(shown(opened).headers().subject()).isEqualTo("Plans for the new building");
            assertThat(opened.protectedHeaders().orElseThrow().hidden()).contains("subject");
        }
    }

    @Test
    void nothingIsHiddenWhereItIsShownOutside() throws IOException {
        byte[] sealed = encrypted(LETTER, HeaderProtection.SHOWN);
        assertThat(text(sealed)).contains("building", "Keywords");
        try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
            assertThat(opened.protectedHeaders().orElseThrow().hidden()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignedMessageHasItsHeaderInside(SignatureForm form) throws IOException {
        byte[] signed = signed(LETTER, form, HeaderProtection.CLEAR);
        assertThat(text(signed)).contains("Subject: Plans for the\r\n new building");
        byte[] changed = bytes(text(signed).replaceFirst("Subject: Plans for the", "Subject: No plans for the"));
        for (byte[] message : new byte[][] {signed, changed}) {
            try (OpenedMessage opened = Corp.open(message)) {
                assertThat(opened.signaturesHold()).isTrue();
                assertThat(shown(opened).headers().subject()).isEqualTo("Plans for the new building");
                assertThat(opened.protectedHeaders().orElseThrow().hidden()).isEmpty();
            }
        }
    }

    /** Whoever carries the mail can write anything outside; none of it is shown in the author's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Pay Mallory",
                "Reply-To: mallory@example.org",
                "Sender: mallory@example.org",
                "Cc: mallory@example.org",
                "Mail-Followup-To: mallory@example.org",
                "In-Reply-To: <mallory@example.org>",
                "Keywords: mallory",
            })
    void fieldsAddedOutsideAreNotShown(String field) throws IOException {
        String sealed = text(sealed(SignatureForm.CLEAR, EncryptionFormat.AES_256_GCM));
        try (OpenedMessage opened = Corp.open(bytes("Received: from x\r\n" + field + "\r\n" + sealed), Corp.BOB_RSA)) {
            String shown = text(Corp.content(opened));
            assertThat(shown.toLowerCase(Locale.ROOT)).doesNotContain("mallory");
            assertThat(shown).contains("Received: from x");
            assertThat(opened.signaturesHold()).isTrue();
        }
    }

    /** Mallory signs as herself and names Alice inside: neither is shown as the signer. */
    @Test
    void anotherAuthorInsideIsNeitherShownNorSigned() throws IOException {
        byte[] inside = bytes(text(LETTER).replace("Alice <alice@corp.example>", "Boss <boss@corp.example>"));
        for (byte[] signed : new byte[][] {
            signed(inside, SignatureForm.CLEAR, HeaderProtection.CLEAR),
            signed(inside, SignatureForm.OPAQUE, HeaderProtection.BASELINE)
        }) {
            byte[] forged = bytes(text(signed).replaceFirst("Boss <boss@corp.example>", "alice@corp.example"));
            for (byte[] message :
                    new byte[][] {forged, Corp.encrypt(forged, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA)}) {
                try (OpenedMessage opened = Corp.open(message, Corp.BOB_RSA)) {
                    assertThat(opened.protectedHeaders().orElseThrow().authorDiffers())
                            .isTrue();
                    assertThat(shown(opened).headers().from().get(0).shown()).contains("alice@corp.example");
                    assertThat(text(Corp.content(opened))).doesNotContain("boss");
                    assertThat(opened.signatures()
                                    .get(0)
                                    .check(SignatureCheck.Kind.ADDRESS)
                                    .outcome())
                            .isEqualTo(Finding.Outcome.FAILED);
                    assertThat(opened.announcement()).isEmpty();
                }
            }
        }
    }

    /** A header under a broken signature was written by anybody. */
    @Test
    void aBrokenSignatureProtectsNoHeader() throws IOException {
        String signed = text(signed(LETTER, SignatureForm.CLEAR, HeaderProtection.CLEAR));
        int inner = signed.lastIndexOf("Subject: Plans");
        String changed = signed.substring(0, inner) + signed.substring(inner).replaceFirst("Plans", "No plans");
        try (OpenedMessage opened = Corp.open(bytes(changed))) {
            assertThat(opened.signaturesHold()).isFalse();
            assertThat(opened.protectedHeaders()).isEmpty();
            assertThat(shown(opened).headers().subject()).isEqualTo("Plans for the new building");
        }
    }

    /** The mark counts only on what lies under all layers; nothing is taken out of a plain message. */
    @ParameterizedTest
    @ValueSource(strings = {"hp=clear", "hp=cipher", "hp=\"cipher\"", "hp=other"})
    void aPlainMessageProtectsNothing(String mark) throws IOException {
        byte[] message = bytes(text(LETTER).replace("charset=utf-8", "charset=utf-8; " + mark));
        try (OpenedMessage opened = Corp.open(message)) {
            assertThat(opened.protectedHeaders()).isEmpty();
            assertThat(Corp.content(opened)).isEqualTo(message);
        }
    }

    /** Without the mark the fields inside are nobody's (see also {@link SpoofedSignatureTest}). */
    @ParameterizedTest
    @CsvSource({"other,false", "'',false", "clear,true", "cipher,true"})
    void onlyTheMarkMakesAnInnerHeader(String mark, boolean inner) throws IOException {
        byte[] entity = bytes("X-Type: a\r\nContent-Type: text/plain; hp=\"" + mark + "\"\r\n");
        assertThat(InnerHeader.of(HeaderFields.read(new ByteArrayInputStream(entity)), true))
                .matches(it -> it.isPresent() == inner);
    }

    /** Every line end and odd header that goes in comes out, and the signed bytes never depend on them. */
    @ParameterizedTest
    @EnumSource(names = {"CLEAR", "SHOWN", "BASELINE"})
    void barelyWrittenMessagesKeepTheirText(HeaderProtection protection) throws IOException {
        for (String letter : new String[] {
            text(LETTER).replace("\r\n", "\n"),
            text(LETTER).replace("Content-Type: text/plain; charset=utf-8\r\n", ""),
            text(LETTER).replace("charset=utf-8", "charset=utf-8;"),
            "From: alice@corp.example\r\n\r\nThey are ready.\r\n",
        }) {
            byte[] signed = signed(bytes(letter), SignatureForm.CLEAR, protection);
            byte[] sealed = Corp.encrypt(signed, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
            try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
                assertThat(opened.signaturesHold()).isTrue();
                assertThat(opened.protectedHeaders()).isPresent();
                assertThat(shown(opened).text().strip()).isEqualTo("They are ready.");
                assertThat(shown(opened).headers().subject())
                        .isEqualTo(letter.contains("Subject") ? "Plans for the new building" : "");
            }
        }
    }

    private static byte[] sealed(SignatureForm form, EncryptionFormat format) throws IOException {
        return Corp.encrypt(signed(LETTER, form, HeaderProtection.BASELINE), format, Corp.BOB_RSA);
    }

    private static byte[] signed(byte[] letter, SignatureForm form, HeaderProtection protection) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Corp.SEALER.sign(MessageSource.of(letter), Corp.signing(Corp.ALICE_SIGNS), form, protection, out);
        return out.toByteArray();
    }

    private static byte[] encrypted(byte[] letter, HeaderProtection protection) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Envelope envelope = Corp.envelope(EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        Corp.SEALER.encrypt(MessageSource.of(letter), envelope, protection, out);
        return out.toByteArray();
    }

    private static ReadMessage shown(OpenedMessage opened) throws IOException {
        return new MessageReader(MimeLimits.STANDARD).read(opened.content());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
