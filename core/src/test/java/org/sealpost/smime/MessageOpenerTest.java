package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;

class MessageOpenerTest {

    @Test
    void aPlainMessageComesBackAsItIs() throws IOException {
        MessageSource message = MessageSource.of(Corp.LETTER);
        try (OpenedMessage opened = Corp.OPENER.open(message, List.of(), Corp.policy())) {
            assertThat(opened.content()).isSameAs(message);
            assertThat(opened.sealState().encrypted()).isFalse();
            assertThat(opened.sealState().textOnly()).isFalse();
            assertThat(opened.signatures()).isEmpty();
            assertThat(opened.signatureOutcome()).isEmpty();
            assertThat(opened.signaturesHold()).isFalse();
            assertThat(opened.remaining()).isEqualTo(MessageKind.PLAIN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain|PLAIN",
                "application/pkcs7-mime; smime-type=enveloped-data|ENCRYPTED",
                "Application/X-PKCS7-MIME; smime-type=authEnveloped-data; name=smime.p7m|ENCRYPTED",
                "application/pkcs7-mime; smime-type=\"signed-data\"|SIGNED",
                "application/pkcs7-mime; smime-type=certs-only|PLAIN",
                "application/pkcs7-mime|ENCRYPTED",
                "application/octet-stream; name=\"smime.p7m\"|ENCRYPTED",
                "application/octet-stream; name=\"picture.png\"|PLAIN",
                "multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=x|SIGNED",
                "multipart/signed; protocol=\"application/pgp-signature\"; boundary=x|PLAIN",
                "multipart/mixed; boundary=x|PLAIN",
                "nonsense|PLAIN",
            })
    void tellsByTheHeaderWhatAMessageIs(String type, MessageKind kind) throws IOException {
        byte[] message = Corp.ascii("From: a@b.example\r\nContent-Type: " + type + "\r\n\r\n");
        assertThat(Corp.OPENER.inspect(MessageSource.of(message))).isEqualTo(kind);
    }

    @Test
    void aMessageForOthersIsToldApartFromADamagedOne() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.CAROL_EC);
        assertThatThrownBy(() -> Corp.open(sealed, Corp.BOB_RSA, Corp.DAVE_EC_384))
                .isInstanceOf(NoKeyForMessage.class);
        assertThatThrownBy(() -> Corp.open(sealed)).isInstanceOf(NoKeyForMessage.class);
    }

    @Test
    void anyKeyOfTheHistoryOpens() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_128_GCM, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(sealed, Corp.CAROL_EC, Corp.DAVE_EC_384, Corp.BOB_RSA)) {
            assertThat(Corp.content(opened)).isEqualTo(Corp.LETTER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsOnlyWhatTheEditionReads(EncryptionFormat format) throws IOException {
        byte[] sealed = Corp.signAndEncrypt(Corp.LETTER, SignatureForm.CLEAR, format, Corp.BOB_RSA);
        for (Edition edition : Edition.values()) {
            OpeningPolicy policy = Corp.policy(edition.reads(), Corp.crl());
            if (edition.reads().contains(format)) {
                try (OpenedMessage opened = Corp.open(sealed, policy, Corp.BOB_RSA)) {
                    assertThat(opened.sealState().weak()).isEqualTo(format.historical());
                }
            } else {
                assertThatThrownBy(() -> Corp.open(sealed, policy, Corp.BOB_RSA))
                        .isInstanceOfSatisfying(FormatNotReadable.class, refusal -> assertThat(refusal.format())
                                .isEqualTo(format));
            }
        }
    }

    @Test
    void encryptionThatDoesNotStopChangesIsShownAsTextUnlessSignedInside() throws IOException {
        byte[] bare = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(bare, Corp.BOB_RSA)) {
            assertThat(opened.sealState().textOnly()).isTrue();
        }
        byte[] signed =
                Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(signed, Corp.BOB_RSA)) {
            assertThat(opened.sealState().textOnly()).isFalse();
        }
        byte[] authenticated = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(authenticated, Corp.BOB_RSA)) {
            assertThat(opened.sealState().textOnly()).isFalse();
        }
    }

    @Test
    void aBrokenSignatureInsideDoesNotProtect() throws IOException {
        String signed = text(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        byte[] broken = signed.replace("building", "bridge!!").getBytes(StandardCharsets.ISO_8859_1);
        byte[] sealed = Corp.encrypt(broken, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
            assertThat(opened.sealState().textOnly()).isTrue();
        }
    }

    @Test
    void opensATripleWrap() throws IOException {
        byte[] inner =
                Corp.signAndEncrypt(Corp.LETTER, SignatureForm.CLEAR, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        byte[] triple = Corp.sign(inner, Corp.ALICE_SIGNS_RSA, SignatureForm.OPAQUE);
        try (OpenedMessage opened = Corp.open(triple, Corp.BOB_RSA)) {
            assertThat(Corp.content(opened)).isEqualTo(Corp.LETTER);
            assertThat(opened.signatures()).extracting(SignatureStatus::layer).containsExactly(0, 2);
            assertThat(opened.signaturesHold()).isTrue();
        }
    }

    @Test
    void encryptionUnderABrokenSignatureStaysClosed() throws IOException {
        byte[] inner = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        String signed = text(Corp.sign(inner, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        byte[] broken = signed.replace("name=smime.p7m", "name=Smime.p7m").getBytes(StandardCharsets.ISO_8859_1);
        try (OpenedMessage opened = Corp.open(broken, Corp.BOB_RSA)) {
            assertThat(opened.remaining()).isEqualTo(MessageKind.ENCRYPTED);
            assertThat(opened.sealState().encrypted()).isFalse();
            assertThat(text(Corp.content(opened))).doesNotContain("building").contains("authEnveloped-data");
        }
    }

    @Test
    void encryptionDirectlyInsideEncryptionStaysClosed() throws IOException {
        byte[] inner = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        byte[] outer = Corp.encrypt(inner, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(outer, Corp.BOB_RSA)) {
            assertThat(opened.remaining()).isEqualTo(MessageKind.ENCRYPTED);
            assertThat(text(Corp.content(opened))).doesNotContain("building");
        }
    }

    @Test
    void encryptionBesideOtherPartsIsNotOpened() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        String part = text(sealed).substring(text(sealed).indexOf("Content-Type"));
        byte[] spliced = Corp.ascii("From: mallory@example.org\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"
                + "<img src=\"http://example.org/\r\n--x\r\n" + part + "\r\n--x--\r\n");
        try (OpenedMessage opened = Corp.open(spliced, Corp.BOB_RSA)) {
            assertThat(opened.sealState().encrypted()).isFalse();
            assertThat(Corp.content(opened)).isEqualTo(spliced);
        }
    }

    @Test
    void tooManyLayersAreRefused() throws IOException {
        byte[] message = Corp.LETTER;
        for (int i = 0; i < Layers.MAXIMUM; i++) {
            message = Corp.sign(message, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        }
        try (OpenedMessage opened = Corp.open(message)) {
            assertThat(opened.signatures()).hasSize(Layers.MAXIMUM);
        }
        byte[] oneMore = Corp.sign(message, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        assertThatThrownBy(() -> Corp.open(oneMore)).isInstanceOf(SealTooLarge.class);
    }

    @Test
    void aMessageBeyondTheLimitIsRefusedUnread() {
        OpeningPolicy small = Corp.policy().withMaximumLength(Corp.LETTER.length - 1);
        MessageSource unreadable = new MessageSource() {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("was read");
            }

            @Override
            public long length() {
                return Corp.LETTER.length;
            }
        };
        assertThatThrownBy(() -> Corp.OPENER.open(unreadable, List.of(), small)).isInstanceOf(SealTooLarge.class);
    }

    @Test
    void aFailingStorageIsNotTakenForADamagedMessage() {
        MessageSource failing = new MessageSource() {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public long length() {
                return 1;
            }
        };
        assertThatThrownBy(() -> Corp.OPENER.open(failing, List.of(), Corp.policy()))
                .isExactlyInstanceOf(IOException.class);
    }

    @Test
    void verifiesEd25519() throws Exception {
        byte[] signed = ForeignSignatures.signed(ForeignCertificates.ed25519Pair(), Corp.LETTER);
        try (OpenedMessage opened = Corp.open(signed)) {
            assertThat(opened.signatures()).singleElement().satisfies(status -> {
                assertThat(status.intact()).as(status.toString()).isTrue();
                assertThat(status.algorithm()).isEqualTo("Ed25519");
            });
        }
    }

    @Test
    void aClosedMessageForgetsItsSecrets() throws IOException {
        assertThat(Corp.decryption(Corp.BOB_RSA).toString()).startsWith("DecryptionKey[");
        assertThat(Corp.signing(Corp.ALICE_SIGNS).toString()).startsWith("SigningKey[");
        assertThat(Corp.recipient(Corp.BOB_RSA).toString()).startsWith("RecipientKey[");
        DecryptionKey key = Corp.decryption(Corp.BOB_RSA);
        key.close();
        assertThatThrownBy(() -> key.rejectionKey(new byte[1], 16, Corp.PROVIDERS))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsEveryFormatByDefault() {
        assertThat(Corp.policy().reads()).isEqualTo(EnumSet.allOf(EncryptionFormat.class));
        assertThat(Corp.policy().maximumLength()).isEqualTo(50_000_000);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
