package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.Address;
import org.sealpost.mime.ForwardDraft;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;
import org.sealpost.mime.ReplyDraft;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/**
 * Stolen ciphertext hidden in an innocent message, for its reader to decrypt and send back in an answer (Müller et al.,
 * "Re: What's Up Johnny?", ACNS 2019), and contents that unfold: whatever is inside, an answer holds nothing that the
 * attacker did not have.
 */
class CovertPartsTest {

    private static final Address BOB = Address.of("bob@corp.example");
    private static final String SECRET = "building";

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "alternative", "related", "digest", "report", "signed", "encrypted"})
    void anAnswerQuotesNothingOfAHiddenEncryptedPart(String multipart) throws IOException {
        for (EncryptionFormat format :
                new EncryptionFormat[] {EncryptionFormat.AES_256_CBC, EncryptionFormat.CAST_40}) {
            byte[] stolen = format.historical()
                    ? Corp.signAndEncrypt(Corp.LETTER, SignatureForm.CLEAR, format, Corp.BOB_RSA)
                    : Corp.encrypt(Corp.LETTER, format, Corp.BOB_RSA);
            assertAnswersWithout(beside(multipart, stolen));
        }
    }

    /** Under Mallory's own signature her message may be opened, but only if the encrypted part is all of it. */
    @ParameterizedTest
    @ValueSource(strings = {"mixed", "alternative", "related"})
    void aSignatureOfTheAttackerDoesNotHelp(String multipart) throws IOException {
        byte[] hidden = beside(multipart, Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA));
        for (SignatureForm form : SignatureForm.values()) {
            assertAnswersWithout(Corp.sign(hidden, mallory(), form));
        }
    }

    /** As attachments of attachments, which mail programs like to look into. */
    @Test
    void anEnclosedMessageStaysClosed() throws IOException {
        byte[] stolen = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        String enclosed = "Content-Type: message/rfc822\r\n\r\n" + text(stolen);
        assertAnswersWithout(bytes(around("mixed", enclosed)));
    }

    /** A small message that unfolds to gigabytes is not unfolded at all: no S/MIME program sends such any more. */
    @ParameterizedTest
    @CsvSource({
        "compressed-data,1.2.840.113549.1.9.16.1.9",
        "encrypted-data,1.2.840.113549.1.7.6",
        "authenticated-data,1.2.840.113549.1.9.16.1.2",
        "enveloped-data,1.2.840.113549.1.9.16.1.9",
    })
    void compressedAndOtherContentsAreRefusedByName(String type, String identifier) throws IOException {
        byte[] cms = new DERSequence(new ASN1Encodable[] {
                    new ASN1ObjectIdentifier(identifier),
                    new DERTaggedObject(true, 0, new DERSequence(CMSObjectIdentifiers.data))
                })
                .getEncoded(ASN1Encoding.DER);
        byte[] message =
                bytes(text(CmsBytes.message(cms)).replace("name=smime", "smime-type=" + type + "; name=smime"));
        assertThatThrownBy(() -> Corp.open(message, Corp.BOB_RSA))
                .isInstanceOf(UnknownFormat.class)
                .hasMessageContaining(identifier);
        byte[] inside = Corp.signAndEncrypt(message, SignatureForm.CLEAR, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        byte[] fromAlice = bytes(text(inside).replace("mallory@example.org", "alice@corp.example"));
        assertThatThrownBy(() -> Corp.open(fromAlice, Corp.BOB_RSA)).isInstanceOf(UnknownFormat.class);
    }

    /** What the type promises is a hint; what the structure is decides, and both readers agree. */
    @ParameterizedTest
    @ValueSource(strings = {"signed-data", "enveloped-data", "authEnveloped-data", "nonsense", "compressed-data"})
    void aWrongTypeChangesNothing(String type) throws IOException {
        String signed = text(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE));
        try (OpenedMessage opened = Corp.open(bytes(signed.replace("signed-data", type)))) {
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(opened.sealState().encrypted()).isFalse();
        }
        String sealed = text(Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA));
        try (OpenedMessage opened = Corp.open(bytes(sealed.replace("authEnveloped-data", type)), Corp.BOB_RSA)) {
            assertThat(opened.sealState().encrypted()).isTrue();
            assertThat(opened.signatures()).isEmpty();
        }
    }

    /** Two types, two boundaries, one in pieces: what is shown is always what was verified. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/html\r\n",
                "Content-Type: multipart/mixed; boundary=x\r\n",
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=\"x\"\r\n",
                "content-type:text/plain\r\n",
                "Content-Type : text/plain\r\n",
                "Content-Transfer-Encoding: base64\r\n",
            })
    void aSecondTypeNeverShowsAnUnverifiedBody(String field) throws IOException {
        String signed = text(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        String payload = "\r\n--x\r\nContent-Type: text/plain\r\n\r\nPay Mallory.\r\n--x--\r\n";
        int type = signed.indexOf("Content-Type");
        for (String message : new String[] {
            signed.substring(0, type) + field + signed.substring(type) + payload,
            signed.replaceFirst("(boundary=\"[^\"]*\"\r\n)", "$1" + field) + payload
        }) {
            try (OpenedMessage opened = Corp.open(bytes(message))) {
                boolean shown = shown(opened).text().contains("Pay Mallory");
                assertThat(shown && opened.signaturesHold()).isFalse();
            } catch (MalformedSeal e) {
                assertThat(e.code()).isEqualTo("malformed-seal");
            }
        }
    }

    private static OwnedKey mallory() {
        return Corp.issue(Corp.AUTHORITY, CertificateProfile.SIGNING, KeyType.EC_P256, "mallory");
    }

    private static void assertAnswersWithout(byte[] message) throws IOException {
        byte[] fromMallory = bytes(text(message).replace("mallory@example.org", "mallory@corp.example"));
        try (OpenedMessage opened = Corp.open(fromMallory, Corp.BOB_RSA)) {
            assertThat(opened.sealState().encrypted()).isFalse();
            ReadMessage shown = shown(opened);
            assertThat(ReplyDraft.of(shown, BOB, true).text())
                    .contains("How are you")
                    .doesNotContain(SECRET);
            assertThat(ForwardDraft.of(shown).text()).doesNotContain(SECRET);
        }
    }

    private static ReadMessage shown(OpenedMessage opened) throws IOException {
        return new MessageReader(MimeLimits.STANDARD).read(opened.content());
    }

    private static byte[] beside(String multipart, byte[] sealed) {
        String all = text(sealed);
        return bytes(around(multipart, all.substring(all.indexOf("Content-Type"))));
    }

    private static String around(String multipart, String part) {
        return "From: mallory@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/" + multipart
                + "; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHow are you?\r\n--x\r\n" + part
                + "\r\n--x--\r\n";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
