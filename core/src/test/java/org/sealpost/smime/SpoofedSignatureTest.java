package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.pki.Finding;

/**
 * A good signature put where it does not belong (Müller et al., "Johnny, you are fired!", USENIX Security 2019): what it
 * does not cover must not be shown as signed, and who did not sign must not be shown as the signer.
 */
class SpoofedSignatureTest {

    private static final String SIGNED = text(sign(SignatureForm.CLEAR));
    private static final String FROM = "From: Alice <alice@corp.example>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: \"alice@corp.example\" <mallory@corp.example>",
                "From: \"Alice <alice@corp.example>\" <mallory@corp.example>",
                "From: mallory@corp.example (alice@corp.example)",
                "From: =?utf-8?Q?alice=40corp.example?= <mallory@corp.example>",
                "From: =?utf-8?Q?Alice_=3Calice=40corp.example=3E?= <mallory@corp.example>",
                "From: alice@corp.example.mallory.example",
                "From: alice@corp.example@mallory.example",
                "From: alice@corp.example\u0000@mallory.example",
                "From: <alice@corp.example> <mallory@corp.example>",
                "From: alice@corp.example, mallory@corp.example",
                "From: mallory@corp.example, alice@corp.example",
                "From: alice@corp.example\r\nFrom: mallory@corp.example",
                "From: mallory@corp.example\r\nFrom: alice@corp.example",
                "From: mallory@corp.example\r\nfrom: alice@corp.example",
                "From: mallory@corp.example\r\nSender: alice@corp.example",
                "From: mallory@corp.example\r\nReply-To: alice@corp.example\r\nX-From: alice@corp.example",
                "From: \u0430lice@corp.example",
                "From: alice@c\u043Erp.example",
                "From: alice+mallory@corp.example",
                "From: alice@sub.corp.example",
                "From: friends:;",
                "From: ",
                "From:",
                "X: y",
            })
    void whoIsNotInTheCertificateIsNotTheAuthor(String from) throws IOException {
        byte[] message = SIGNED.replace(FROM, from).getBytes(StandardCharsets.UTF_8);
        try (OpenedMessage opened = Corp.open(message)) {
            assertThat(opened.signatures()).singleElement().satisfies(status -> assertThat(
                            status.check(SignatureCheck.Kind.ADDRESS).outcome())
                    .isEqualTo(Finding.Outcome.FAILED));
            assertThat(opened.signaturesHold()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: alice@corp.example",
                "From: <alice@corp.example>",
                "From: ALICE@CORP.example",
                "FROM: \"Mallory\" <alice@corp.example>",
                "From:\r\n\tAlice\r\n <alice@corp.example>",
                "From: =?utf-8?B?QWxpY2U=?= <alice@corp.example>",
                "From: Alice <alice@corp.example> (away)",
            })
    void otherWaysToWriteTheAuthorAreTheSameAuthor(String from) throws IOException {
        try (OpenedMessage opened = Corp.open(bytes(SIGNED.replace(FROM, from)))) {
            assertThat(opened.signaturesHold()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "related", "alternative", "report", "encrypted", "x-signed"})
    void aSignedPartAmongOthersIsNoSignedMessage(String multipart) throws IOException {
        String part = SIGNED.substring(SIGNED.indexOf("Content-Type"));
        String message = FROM + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/" + multipart
                + "; boundary=outer\r\n\r\n--outer\r\nContent-Type: text/plain\r\n\r\nPay Mallory.\r\n--outer\r\n"
                + part
                + "\r\n--outer--\r\n";
        try (OpenedMessage opened = Corp.open(bytes(message))) {
            assertThat(opened.signatures()).isEmpty();
            assertThat(opened.signaturesHold()).isFalse();
            assertThat(Corp.content(opened)).isEqualTo(bytes(message));
        }
    }

    @Test
    void aSignedMessageInsideAnotherMessageSignsNothingOutside() throws IOException {
        String message = FROM + "\r\nSubject: Pay Mallory\r\nContent-Type: message/rfc822\r\n\r\n" + SIGNED;
        try (OpenedMessage opened = Corp.open(bytes(message))) {
            assertThat(opened.signatures()).isEmpty();
        }
    }

    @Test
    void whatStandsAroundTheSignedPartIsNotShown() throws IOException {
        String boundary = boundary();
        String first = "\r\n\r\n--" + boundary;
        String message =
                SIGNED.replaceFirst(first, "\r\n\r\nPay Mallory before.\r\n--" + boundary) + "Pay Mallory after.\r\n";
        try (OpenedMessage opened = Corp.open(bytes(message))) {
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(text(Corp.content(opened))).contains("building").doesNotContain("Pay Mallory");
        }
    }

    @Test
    void aThirdPartIsRefused() {
        String boundary = boundary();
        int second = SIGNED.indexOf("--" + boundary, SIGNED.indexOf("building"));
        String message = SIGNED.substring(0, second) + "--" + boundary
                + "\r\nContent-Type: text/plain\r\n\r\nPay Mallory.\r\n" + SIGNED.substring(second);
        assertThatThrownBy(() -> Corp.open(bytes(message))).isInstanceOf(MalformedSeal.class);
    }

    @Test
    void partsInTheWrongOrderAreRefused() {
        String boundary = boundary();
        String[] parts = SIGNED.split("--" + boundary, -1);
        String message =
                parts[0] + "--" + boundary + parts[2] + "--" + boundary + parts[1] + "--" + boundary + parts[3];
        assertThatThrownBy(() -> Corp.open(bytes(message))).isInstanceOf(MalformedSeal.class);
    }

    @Test
    void theSignatureOfAnotherMessageDoesNotFit() throws IOException {
        byte[] other = Corp.ascii(text(Corp.LETTER).replace("ready", "cancelled"));
        String donor = text(Corp.sign(other, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        String start = "filename=smime.p7s\r\n\r\n";
        String message = SIGNED.substring(0, SIGNED.indexOf(start))
                + donor.substring(donor.indexOf(start), donor.lastIndexOf("\r\n--"))
                + SIGNED.substring(SIGNED.lastIndexOf("\r\n--"));
        try (OpenedMessage opened = Corp.open(bytes(message))) {
            assertThat(opened.signatures()).singleElement().satisfies(status -> assertThat(
                            status.check(SignatureCheck.Kind.ALTERED).finding().code())
                    .isEqualTo("content-changed"));
        }
    }

    /** Header fields inside the signed part are its own; they must not replace or double the message's. */
    @Test
    void fieldsInsideTheSignedPartStayThere() throws IOException {
        byte[] content = Corp.ascii("""
                From: Boss <boss@corp.example>
                Subject: Pay Mallory
                Content-Type: text/plain

                The plans for the new building are ready.
                """.replace("\n", "\r\n"));
        byte[] signed = signedAround(content);
        try (OpenedMessage opened = Corp.open(signed)) {
            String shown = text(Corp.content(opened));
            assertThat(shown).contains(FROM, "Subject: Plans").doesNotContain("boss", "Pay Mallory");
            assertThat(shown.split("From:", -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "protocol=\"application/pgp-signature\"",
                "protocol=\"\"",
                "protocol=\"text/plain\"",
                "x-protocol=\"application/pkcs7-signature\"",
            })
    void anotherProtocolIsNotTakenForOurs(String protocol) throws IOException {
        String message = SIGNED.replace("protocol=\"application/pkcs7-signature\"", protocol);
        try (OpenedMessage opened = Corp.open(bytes(message))) {
            assertThat(opened.signatures()).isEmpty();
        }
    }

    /** The digest named beside the content is a hint for readers in a hurry and decides nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"micalg=md5", "micalg=sha-1", "micalg=none", "x=y"})
    void theNamedDigestDecidesNothing(String micalg) throws IOException {
        try (OpenedMessage opened = Corp.open(bytes(SIGNED.replace("micalg=sha-256", micalg)))) {
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(opened.signatures().get(0).algorithm()).isEqualTo("SHA256withECDSA");
        }
    }

    @Test
    void certificatesAloneSignNothing() throws IOException {
        String opaque = text(sign(SignatureForm.OPAQUE));
        try (OpenedMessage opened =
                Corp.open(bytes(opaque.replace("smime-type=signed-data", "smime-type=certs-only")))) {
            assertThat(opened.signatures()).isEmpty();
            assertThat(text(Corp.content(opened))).doesNotContain("building");
        }
    }

    @Test
    void aSignatureWithoutSignersSignsNothing() throws IOException {
        byte[] opaque = sign(SignatureForm.OPAQUE);
        byte[] nobody = ForgedSignatures.withManySigners(CmsBytes.of(opaque), 0);
        try (OpenedMessage opened = Corp.open(CmsBytes.replaced(opaque, nobody))) {
            assertThat(opened.signatures()).isEmpty();
            assertThat(opened.signaturesHold()).isFalse();
            assertThat(opened.signatureOutcome()).isEmpty();
        }
    }

    private static byte[] signedAround(byte[] content) throws IOException {
        byte[] signed = Corp.sign(
                Der.join(Corp.ascii(FROM + "\r\nSubject: Plans\r\nContent-Type: message/partial\r\n\r\n"), content),
                Corp.ALICE_SIGNS,
                SignatureForm.CLEAR);
        // without the type of its own the signed part starts with the inner fields
        String all = text(signed).replaceFirst("Content-Type: message/partial\r\n\r\n", "");
        return bytes(all);
    }

    private static String boundary() {
        int start = SIGNED.indexOf("boundary=\"") + 10;
        return SIGNED.substring(start, SIGNED.indexOf('"', start));
    }

    private static byte[] sign(SignatureForm form) {
        try {
            return Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, form);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
