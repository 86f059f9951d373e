package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mailbox.FetchedMail;
import org.sealpost.mailbox.MailQuery;
import org.sealpost.mailbox.MailService;
import org.sealpost.mailbox.MessageRow;
import org.sealpost.mailbox.SubmissionService;
import org.sealpost.mailbox.SubmittedMessage;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.Folder;
import org.sealpost.model.Page;
import org.sealpost.model.Seal;

class MessagesResourceTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-24T10:00:00Z");
    private static final byte[] CONTENT = "Subject: Plans\r\n\r\nsealed".getBytes(StandardCharsets.US_ASCII);

    private final MessagesResource resource = new MessagesResource();
    private final List<MailQuery> asked = new ArrayList<>();
    private final List<SubmittedMessage> sent = new ArrayList<>();

    @BeforeEach
    void open() {
        resource.mail = new MailService() {
            @Override
            public Page<MessageRow> list(MailQuery query) {
                asked.add(query);
                return new Page<>(List.of(row()), Optional.of("41"));
            }

            @Override
            public FetchedMail fetch(long id) {
                return new FetchedMail(row(), MessageSource.of(CONTENT));
            }
        };
        resource.submissions = new SubmissionService() {
            @Override
            public long submit(SubmittedMessage submitted) {
                sent.add(submitted);
                return 7;
            }
        };
    }

    @Test
    void foldersAreListedPageByPage() {
        MessagesResource.Messages page = resource.list("sent", "plans", "99");

        assertThat(asked.get(0)).isEqualTo(new MailQuery(Folder.SENT, "plans", Optional.of("99"), 100));
        assertThat(page.next()).isEqualTo("41");
        assertThat(page.messages())
                .containsExactly(new MessagesResource.Message(
                        42,
                        "alice@corp.example",
                        "Alice",
                        "Bob <bob@corp.example>",
                        "Plans",
                        ARRIVED,
                        "SIGNED_AND_ENCRYPTED",
                        "AES_256_GCM",
                        900,
                        true));
    }

    @Test
    void aMessageIsGivenAsItIsStored() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        resource.content(42).write(out);
        assertThat(out.toByteArray()).isEqualTo(CONTENT);
        assertThat(resource.message(42).subject()).isEqualTo("Plans");
    }

    @Test
    void whatAClientSealedIsHandedOverAsItCame() throws Exception {
        MessagesResource.Outgoing outgoing = new MessagesResource.Outgoing(
                "key",
                List.of("bob@corp.example"),
                null,
                null,
                true,
                Base64.getEncoder().encodeToString(CONTENT));

        assertThat(resource.send(outgoing).job()).isEqualTo(7);
        assertThat(sent.get(0).to()).containsExactly("bob@corp.example");
        assertThat(sent.get(0).bcc()).isEmpty();
        assertThat(sent.get(0).message().open().readAllBytes()).isEqualTo(CONTENT);
        assertThat(outgoing.toString()).doesNotContain("bob");
    }

    private static MessageRow row() {
        return new MessageRow(
                42,
                Folder.INBOX,
                "alice@corp.example",
                "Alice",
                "Bob <bob@corp.example>",
                "Plans",
                ARRIVED,
                Seal.SIGNED_AND_ENCRYPTED,
                Optional.of(EncryptionFormat.AES_256_GCM),
                900,
                true,
                false,
                Optional.empty());
    }
}
