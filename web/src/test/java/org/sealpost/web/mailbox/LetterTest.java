package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sealpost.mailbox.Draft;
import org.sealpost.mailbox.Recipient;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.model.MailboxOptions;
import org.sealpost.sending.RecipientStatus;
import org.sealpost.sending.SendingOptions;

class LetterTest {

    private static final Recipient BOB = new Recipient("bob@corp.example", "Bob", RecipientStatus.ENABLED, List.of());
    private static final Recipient DAVE =
            new Recipient("dave@corp.example", "Dave", RecipientStatus.NOT_ENABLED, List.of());

    private final Letter letter = Letter.blank(new MailboxOptions(true, false));

    @Test
    void beginsWithTheMailboxsOptions() {
        assertThat(letter.isEncrypt()).isTrue();
        assertThat(letter.isSign()).isFalse();
        letter.setSign(true);
        assertThat(letter.draft().options()).isEqualTo(new SendingOptions(true, true));
    }

    @Test
    void keepsOneKeyForAllClicksOnSend() {
        assertThat(letter.draft().key()).isNotBlank().isEqualTo(letter.draft().key());
        assertThat(Letter.blank(new MailboxOptions(true, true)).draft().key())
                .isNotEqualTo(letter.draft().key());
    }

    @Test
    void keepsEverybodyInTheirPart() {
        letter.setTo(List.of(BOB));
        letter.setBcc(List.of(DAVE));
        assertThat(letter.draft().to()).containsExactly("bob@corp.example");
        assertThat(letter.draft().cc()).isEmpty();
        assertThat(letter.draft().bcc()).containsExactly("dave@corp.example");
        assertThat(letter.everybody()).containsExactly(BOB, DAVE);
    }

    @Test
    void emptyFieldsAreEmptyTexts() {
        letter.setTo(null);
        letter.setSubject(null);
        letter.setText(null);
        assertThat(letter.draft().to()).isEmpty();
        assertThat(letter.draft().subject()).isEmpty();
        assertThat(letter.draft().text()).isEmpty();
    }

    @Test
    void ofTwoEqualFilesTheOneThatWasClickedGoes() {
        AttachedFile first = file("a.txt");
        AttachedFile second = file("a.txt");
        letter.attach(first);
        letter.attach(second);
        letter.detach(second);
        assertThat(letter.getFiles()).singleElement().isSameAs(first);
        assertThat(letter.getFileBytes()).isEqualTo(5);
    }

    @Test
    void aForwardedFileOutlivesTheMessageThatItCameWith() throws IOException {
        byte[] held = "words".getBytes(StandardCharsets.UTF_8);
        ThreadLinks links = new ThreadLinks(Optional.of("<1@corp.example>"), List.of("<1@corp.example>"));
        Draft forwarded = new Draft(
                "key",
                List.of(),
                List.of(),
                List.of(),
                "Fwd: plans",
                "> quoted",
                List.of(new OutgoingAttachment("plan.txt", "text/plain", MessageSource.of(held))),
                links,
                new SendingOptions(true, true));
        Letter started = Letter.of(forwarded);
        held[0] = 'W';
        assertThat(started.getFiles()).singleElement().satisfies(file -> assertThat(
                        new String(file.content(), StandardCharsets.UTF_8))
                .isEqualTo("words"));
        assertThat(started.draft().links()).isEqualTo(links);
        assertThat(started.draft().key()).isNotEqualTo("key");
        assertThat(started.getSubject()).isEqualTo("Fwd: plans");
        assertThat(started.getText()).isEqualTo("> quoted");
    }

    private static AttachedFile file(String name) {
        return AttachedFile.uploaded(name, "text/plain", "words".getBytes(StandardCharsets.UTF_8));
    }
}
