package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.OwnedKey;

class MessageSealerTest {

    private static final String MIXED_HEADER = """
            Received: from a by b;
             with ESMTP
            Content-Type: multipart/mixed;
            	boundary="x"
            From: alice@corp.example
            CONTENT-Description: two parts
            Subject: =?utf-8?q?Pl=C3=A4ne?=
            MIME-Version: 1.0 (by hand)
            Content-Transfer-Encoding: 7bit

            --x

            one
            --x--
            """.replace("\n", "\r\n");

    static Set<EncryptionFormat> historical() {
        return EnumSet.range(EncryptionFormat.CAST_64, EncryptionFormat.CAST_40);
    }

    @Test
    void keepsTheOuterFieldsInOrderAndMovesContentFieldsInside() throws IOException {
        String sealed = text(Corp.encrypt(ascii(MIXED_HEADER), EncryptionFormat.AES_256_GCM, Corp.CAROL_EC));
        assertThat(sealed).startsWith("""
                        Received: from a by b;
                         with ESMTP
                        From: alice@corp.example
                        Subject: =?utf-8?q?Pl=C3=A4ne?=
                        MIME-Version: 1.0 (by hand)
                        Content-Type: application/pkcs7-mime; smime-type=authEnveloped-data; name=smime.p7m
                        Content-Transfer-Encoding: base64
                        Content-Disposition: attachment; filename=smime.p7m

                        MII""".replace("\n", "\r\n"));
        try (OpenedMessage opened = Corp.open(ascii(sealed), Corp.CAROL_EC)) {
            assertThat(text(Corp.content(opened))).endsWith("""
                            Content-Type: multipart/mixed;
                            	boundary="x"
                            CONTENT-Description: two parts
                            Content-Transfer-Encoding: 7bit

                            --x

                            one
                            --x--
                            """.replace("\n", "\r\n"));
        }
    }

    @Test
    void addsAMimeVersionWhereThereIsNone() throws IOException {
        byte[] letter = ascii("From: alice@corp.example\r\n\r\nHello\r\n");
        assertThat(text(Corp.sign(letter, Corp.ALICE_SIGNS, SignatureForm.CLEAR)))
                .startsWith("From: alice@corp.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/signed;");
    }

    @Test
    void clearSigningTellsTheDigestAndLeavesTheTextReadable() throws IOException {
        String signed = text(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        assertThat(signed)
                .contains("multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256;")
                .contains("\r\n\r\nThe plans for the new building are ready.\r\n\r\n------sealpost-")
                .contains("Content-Type: application/pkcs7-signature; name=smime.p7s\r\n");
        assertThat(signed.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(100);
    }

    @Test
    void everyBoundaryAndEveryKeyIsFresh() throws IOException {
        assertThat(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR))
                .isNotEqualTo(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        String one = text(Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA));
        String two = text(Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA));
        assertThat(one.substring(one.length() - 200)).isNotEqualTo(two.substring(two.length() - 200));
    }

    @ParameterizedTest
    @MethodSource("historical")
    void aHistoricalFormatNeedsASignatureInside(EncryptionFormat format) throws IOException {
        assertThatThrownBy(() -> Corp.encrypt(Corp.LETTER, format, Corp.BOB_RSA))
                .isInstanceOf(SignatureNeeded.class)
                .hasMessageContaining(format.displayName());
        for (SignatureForm form : SignatureForm.values()) {
            byte[] sealed = Corp.encrypt(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, form), format, Corp.BOB_RSA);
            try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
                assertThat(opened.signaturesHold()).isTrue();
                assertThat(Corp.content(opened)).isEqualTo(Corp.LETTER);
            }
        }
    }

    @Test
    void aBodyWithoutAnEmptyLineBeforeItDoesNotStayOutside() throws IOException {
        byte[] broken = ascii("Subject: Plans\r\nthis line is no header field\r\nsecret: plans\r\n");
        String sealed = text(Corp.encrypt(broken, EncryptionFormat.AES_256_GCM, Corp.CAROL_EC));
        assertThat(sealed).contains("Subject: Plans").doesNotContain("secret").doesNotContain("this line");
    }

    @Test
    void aSourceThatChangesWhileItIsSealedIsNoticed() {
        MessageSource shrinking = new MessageSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(Corp.LETTER);
            }

            @Override
            public long length() {
                return Corp.LETTER.length + 1L;
            }
        };
        assertThatThrownBy(() -> Corp.SEALER.encrypt(
                        shrinking,
                        Corp.envelope(EncryptionFormat.AES_256_GCM, Corp.BOB_RSA),
                        OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void worksWithoutTheNativeProvider() throws IOException {
        MessageSealer portable =
                new MessageSealer(Providers.portable(), Corp.RANDOM, Clock.fixed(Corp.NOW, ZoneOffset.UTC));
        MessageOpener opener = new MessageOpener(Providers.portable());
        for (EncryptionFormat format : EncryptionFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            portable.signAndEncrypt(
                    MessageSource.of(Corp.LETTER),
                    new SigningKey(Corp.ALICE_SIGNS, List.of(), Corp.NO_OAEP, Providers.portable()),
                    SignatureForm.OPAQUE,
                    new Envelope(
                            format,
                            List.of(
                                    portable(Corp.BOB_RSA, format.authenticated()),
                                    portable(Corp.CAROL_EC, format.authenticated()))),
                    out);
            for (OwnedKey key : new OwnedKey[] {Corp.BOB_RSA, Corp.CAROL_EC}) {
                DecryptionKey decryption = new DecryptionKey(key, Providers.portable());
                OpenedMessage opened =
                        opener.open(MessageSource.of(out.toByteArray()), List.of(decryption), Corp.policy());
                assertThat(Corp.content(opened)).isEqualTo(Corp.LETTER);
                assertThat(opened.signaturesHold()).isTrue();
            }
        }
    }

    private static RecipientKey portable(OwnedKey key, boolean oaep) {
        Capabilities capabilities = oaep ? Capabilities.OWN : Corp.NO_OAEP;
        return new RecipientKey(key.certificate(), capabilities, Providers.portable());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return Corp.ascii(text);
    }
}
