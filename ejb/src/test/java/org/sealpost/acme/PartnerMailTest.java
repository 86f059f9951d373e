package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerMailTest {
    private static final String ANSWER = "Zm9yIHRlc3RzIG9ubHksIGEgZGlnZXN0IG9mIHRva2U";

    private static Optional<PartnerMail> read(byte[] mail) {
        return PartnerMail.read(mail, "corp.example");
    }

    private static byte[] mail() {
        return SignedMail.answer("Ab_-9", "Ann@Partner.Example", ANSWER);
    }

    @Test
    void anAnswerIsRead() {
        PartnerMail mail = read(mail()).orElseThrow();
        assertThat(mail.order()).isEqualTo("Ab_-9");
        assertThat(mail.author().spec()).isEqualTo("Ann@partner.example");
        assertThat(mail.answer()).isEqualTo(ANSWER);
        assertThat(PartnerMail.messageId("Ab_-9", "corp.example")).isEqualTo("<acme.Ab_-9@corp.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: ACME: LgYemJLy3F1L",
                "Subject: AW: ACME: LgYemJLy3F1L",
                "Subject: Sv: Re: [ext] ACME:  LgYemJLy3F1L",
                "Subject: =?utf-8?Q?Re:_ACME:_LgYemJLy3F1L?="
            })
    void prefixesOfTheSubjectAreTheProgramsOwn(String subject) {
        assertThat(read(SignedMail.changed(mail(), "Subject: .*", subject))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Subject: Re: ACME: | Subject: Re: ",
                "Subject: .* | Subject: hello",
                "In-Reply-To: .* | In-Reply-To: <other@corp.example>",
                "In-Reply-To: .* | In-Reply-To: <acme.Ab_-9@elsewhere.example>",
                "In-Reply-To: .* | X-Nothing: 1",
                "From: .* | From: Ann <ann@partner.example>, <ben@partner.example>",
                "From: .* | From: undisclosed",
                "-----BEGIN ACME | -----BEGIN",
                "-----END ACME | -----END",
                "Zm9y | !!!!",
                "Zm9y | Zm9yZm9y",
                "Date: .* | X-Date: none"
            })
    void whatIsNoAnswerIsNotRead(String before, String after) {
        assertThat(read(SignedMail.changed(mail(), before, after))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: <ben@partner.example>",
                "To: <x@corp.example>",
                "Subject: Re: ACME: x",
                "Date: Sat, 28 Nov 2026 10:00:00 +0000",
                "Message-ID: <2@partner.example>",
                "In-Reply-To: <acme.two@corp.example>"
            })
    void aFieldTwiceMakesItNone(String field) {
        assertThat(read((field + "\r\n" + SignedMail.text(mail())).getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void twoAnswersAreNone() {
        String block = "-----BEGIN ACME RESPONSE-----\r\n" + ANSWER + "\r\n-----END ACME RESPONSE-----\r\n";
        assertThat(read((SignedMail.text(mail()) + block).getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void itMayBeFoldedPaddedAndOneOfTwoForms() {
        String folded = ANSWER.substring(0, 20) + "\r\n  " + ANSWER.substring(20) + "=";
        String body = "-----BEGIN ACME RESPONSE-----\r\n" + folded + "\r\n-----END ACME RESPONSE-----\r\n";
        String whole = SignedMail.text(mail());
        String head = whole.substring(0, whole.indexOf("\r\n\r\n"))
                .replace("Content-Type: text/plain", "Content-Type: multipart/alternative; boundary=b");
        String both = head + "\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + body
                + "--b\r\nContent-Type: text/html\r\n\r\n<p>-----BEGIN</p>\r\n--b--\r\n";
        assertThat(read(both.getBytes(StandardCharsets.US_ASCII)))
                .hasValueSatisfying(mail -> assertThat(mail.answer()).isEqualTo(ANSWER));
    }

    @Test
    void manySignaturesAreNotLookedUp() {
        String many = "DKIM-Signature: x\r\n".repeat(9) + SignedMail.text(mail());
        assertThat(read(many.getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, PartnerMail.LARGEST + 1})
    void rubbishIsNone(int length) {
        assertThat(read(new byte[length])).isEmpty();
    }
}
