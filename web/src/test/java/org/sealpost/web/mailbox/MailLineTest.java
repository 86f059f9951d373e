package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.mailbox.MessageRow;
import org.sealpost.model.Folder;
import org.sealpost.model.Seal;
import org.sealpost.pki.Finding;

class MailLineTest {

    @Test
    void theInboxNamesTheSenderAndSentTheRecipients() {
        assertThat(line(Folder.INBOX, "Bob Baker").people()).isEqualTo("Bob Baker");
        assertThat(line(Folder.SENT, "Bob Baker").people()).isEqualTo("Alice <alice@corp.example>");
    }

    @Test
    void aSenderWithoutANameIsShownByTheAddress() {
        assertThat(line(Folder.INBOX, " ").people()).isEqualTo("bob@corp.example");
    }

    @ParameterizedTest
    @EnumSource(Seal.class)
    void everySealHasItsMarkWithIconToneAndWords(Seal seal) {
        SealMark mark = SealMark.of(seal);
        assertThat(mark.getIcon()).startsWith("pi-");
        assertThat(mark.getTone()).isEqualTo(seal == Seal.PLAIN ? "plain" : "good");
        assertThat(mark.getTextKey()).isEqualTo("seal." + seal);
    }

    @Test
    void aGoodSignatureAndOneThatWasNotLookedAtNeedNoWarning() {
        assertThat(opened(Optional.empty()).warning()).isNull();
        assertThat(opened(Optional.of(Finding.Outcome.OK)).warning()).isNull();
        assertThat(opened(Optional.of(Finding.Outcome.OK)).tone()).isEqualTo("good");
    }

    @Test
    void aSignatureThatDidNotHoldIsWarnedOfAndNothingBesideItLooksGood() {
        MailLine broken = opened(Optional.of(Finding.Outcome.FAILED));
        MailLine unclear = opened(Optional.of(Finding.Outcome.UNKNOWN));

        assertThat(broken.warning()).isEqualTo(SignatureMark.BROKEN);
        assertThat(unclear.warning()).isEqualTo(SignatureMark.UNCLEAR);
        assertThat(broken.tone()).isEqualTo("plain");
        assertThat(unclear.tone()).isEqualTo("plain");
    }

    @ParameterizedTest
    @EnumSource(SignatureMark.class)
    void everyWarningHasItsWordsInBothLanguages(SignatureMark mark) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(ResourceBundle.getBundle("org.sealpost.web.mailbox", language)
                            .getString(mark.getTextKey()))
                    .isNotBlank();
        }
        assertThat(mark.getIcon()).startsWith("pi-");
        assertThat(mark.getTone()).isIn("bad", "warn");
    }

    @Test
    void aHiddenSubjectIsAnEllipsisUntilTheMessageIsOpened() {
        assertThat(MailLine.subject("[...]")).isEqualTo("\u2026");
        assertThat(MailLine.subject("Plans [...]")).isEqualTo("Plans [...]");
    }

    private static MailLine line(Folder folder, String senderName) {
        return line(folder, senderName, Optional.empty());
    }

    private static MailLine opened(Optional<Finding.Outcome> signature) {
        return line(Folder.INBOX, "Bob Baker", signature);
    }

    private static MailLine line(Folder folder, String senderName, Optional<Finding.Outcome> signature) {
        return MailLine.of(new MessageRow(
                7,
                folder,
                "bob@corp.example",
                senderName,
                "Alice <alice@corp.example>",
                "Plans",
                Instant.parse("2026-11-24T12:00:00Z"),
                Seal.SIGNED,
                Optional.empty(),
                1000,
                false,
                true,
                signature));
    }
}
