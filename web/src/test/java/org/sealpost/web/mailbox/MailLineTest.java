package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.mailbox.MessageRow;
import org.sealpost.model.Folder;
import org.sealpost.model.Seal;

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

    private static MailLine line(Folder folder, String senderName) {
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
                false));
    }
}
