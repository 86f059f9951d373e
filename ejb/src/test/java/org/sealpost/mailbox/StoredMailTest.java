package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.Folder;
import org.sealpost.model.MailContent;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MessageLabel;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.pki.PathCheck;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;

class StoredMailTest {
    private static final MailboxId BOB = new MailboxId("bob-id");
    private static final MailQuery INBOX = new MailQuery(Folder.INBOX, "", Optional.empty(), 10);
    private static final OpeningPolicy POLICY = new OpeningPolicy(
            Set.of(), new PathCheck(PostOffice.PROVIDERS, List.of(), List.of()), PostOffice.CLOCK.instant());
    private static final String WITH_FILE = """
            From: alice@corp.example
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename=plan.pdf

            x
            --b--
            """.replace("\n", "\r\n");

    private final Assembly assembly = new Assembly();
    private final StoredMail mail = assembly.get(StoredMail.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aMessageThatWasNotOpenedCarriesNoMark() {
        deliver();
        MessageRow row = only();
        assertThat(row.seen()).isFalse();
        assertThat(row.files()).isFalse();
        assertThat(row.signature()).isEmpty();
    }

    @Test
    void openingRemembersTheAttachmentsAndThatThereIsNoSignature() {
        long id = deliver();
        open(id, WITH_FILE);

        MessageRow row = only();
        assertThat(row.seen()).isTrue();
        assertThat(row.files()).isTrue();
        assertThat(row.signature()).isEmpty();
    }

    @Test
    void whatIsOpenedIsShownToNobodyElse() {
        long id = deliver();
        assertThatThrownBy(() -> assembly.run(() -> mail.find(new MailboxId("eve-id"), id)))
                .isInstanceOf(NoSuchMessage.class);
    }

    @Test
    void aMessageThatWasDeletedWhileItWasOpenStaysDeleted() {
        long id = deliver();
        OpenedMail opened = opened(id, WITH_FILE);
        assembly.run(() -> mail.delete(BOB, id));
        assembly.run(() -> mail.opened(BOB, opened));

        assertThat(page()).isEmpty();
    }

    private long deliver() {
        return assembly.inTransaction(() -> {
            StoredMessage message = StoredMessage.received(1, BOB, content(), label());
            assembly.get(StoredMessageRepository.class).add(message);
            return message.id();
        });
    }

    private MailContent content() {
        try {
            return assembly.get(ContentRepository.class).add(out -> out.write(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageLabel label() {
        return new MessageLabel(
                "alice@corp.example",
                "Alice",
                "bob@corp.example",
                "Plans",
                Seal.ENCRYPTED,
                Optional.of("AES_256_GCM"),
                false,
                PostOffice.CLOCK.instant());
    }

    private void open(long id, String text) {
        OpenedMail opened = opened(id, text);
        assembly.run(() -> mail.opened(BOB, opened));
    }

    private OpenedMail opened(long id, String text) {
        MessageSource source = MessageSource.of(text.getBytes(StandardCharsets.US_ASCII));
        try {
            OpenedMessage seal = new MessageOpener(PostOffice.PROVIDERS).open(source, List.of(), POLICY);
            StoredMail.Found found = assembly.inTransaction(() -> mail.find(BOB, id));
            return new OpenedMail(
                    found.row(), seal, new MessageReader(MimeLimits.STANDARD).read(seal.content()), found.bcc());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MessageRow only() {
        List<MessageRow> rows = page();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<MessageRow> page() {
        return assembly.inTransaction(() -> mail.page(BOB, INBOX)).rows();
    }
}
