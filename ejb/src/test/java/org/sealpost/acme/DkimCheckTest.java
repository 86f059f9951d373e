package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.acme.DkimCheck.Verdict;

class DkimCheckTest {
    private static final String DOMAIN = "partner.example";
    private static final String USUAL = "a=rsa-sha256; c=relaxed/relaxed; h=" + SignedMail.FIELDS;

    private final SignedMail mails = new SignedMail()
            .publish("mail", DOMAIN, 2048, "")
            .publish("short", DOMAIN, 768, "")
            .publish("testing", DOMAIN, 2048, "t=y;")
            .publish("mail", "elsewhere.example", 2048, "")
            .publish("mail", "example", 2048, "")
            .publish("mail", "silent.example", 2048, "");
    private final DkimCheck check = new DkimCheck(mails.retriever());

    private Verdict of(byte[] mail) {
        return check.of(mail, DOMAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "a=rsa-sha256; c=relaxed/relaxed, SIGNED",
        "a=rsa-sha256; c=simple/simple, SIGNED",
        "a=rsa-sha256; c=relaxed/simple; i=@partner.example, SIGNED",
        "a=rsa-sha1; c=relaxed/relaxed, UNSIGNED",
        "a=rsa-sha256; c=relaxed/relaxed; l=10, UNSIGNED"
    })
    void theWholeMailIsSignedByAnAlgorithmThatCounts(String tags, Verdict verdict) {
        byte[] signed = mails.sign(SignedMail.answer(), "mail", DOMAIN, tags + "; h=" + SignedMail.FIELDS);
        assertThat(of(signed)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from:", "to:", "subject:", "date:", "message-id:", ":in-reply-to"})
    void everyFieldThatCountsIsCovered(String left) {
        String fields = SignedMail.FIELDS.replace(left, "");
        if (left.equals("from:")) {
            assertThat(of(SignedMail.answer())).isEqualTo(Verdict.UNSIGNED); // no signer leaves out From
            return;
        }
        byte[] signed = mails.sign(SignedMail.answer(), "mail", DOMAIN, "a=rsa-sha256; c=relaxed/relaxed; h=" + fields);
        assertThat(of(signed)).isEqualTo(Verdict.UNSIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "mail, partner.example, SIGNED",
        "mail, elsewhere.example, UNSIGNED",
        "mail, example, UNSIGNED",
        "short, partner.example, UNSIGNED",
        "testing, partner.example, UNSIGNED",
        "mail, silent.example, LATER"
    })
    void onlyTheAuthorsDomainVouchesAndWithAKeyThatCounts(String selector, String domain, Verdict verdict) {
        assertThat(of(mails.sign(SignedMail.answer(), selector, domain, USUAL))).isEqualTo(verdict);
    }

    @Test
    void theAuthorsSignatureCountsBesideAnothers() {
        byte[] signed = mails.sign(SignedMail.answer(), "mail", DOMAIN, USUAL);
        assertThat(of(mails.sign(signed, "mail", "elsewhere.example", USUAL))).isEqualTo(Verdict.SIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "Re: ACME, Re: acme",
        "A{43}, B",
        "acme.one, acme.two",
        "ann@, ben@",
        "Sat, Fri",
    })
    void whatWasChangedOnTheWayIsUnsigned(String before, String after) {
        byte[] signed = mails.sign(SignedMail.answer(), "mail", DOMAIN, USUAL);
        byte[] changed = SignedMail.changed(signed, before, after);
        assertThat(changed).isNotEqualTo(signed);
        assertThat(of(changed)).isEqualTo(Verdict.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "DKIM-Signature: \r\n\r\n",
                "DKIM-Signature: v=1; a=rsa-sha256; d=partner.example\r\nFrom: x\r\n\r\n",
                "DKIM-Signature: v=1; a=rsa-sha256; b=!; bh=!; d=partner.example; s=mail; h=from\r\nFrom: x\r\n\r\n"
            })
    void rubbishIsUnsigned(String mail) {
        assertThat(of(mail.getBytes(StandardCharsets.US_ASCII))).isEqualTo(Verdict.UNSIGNED);
    }
}
