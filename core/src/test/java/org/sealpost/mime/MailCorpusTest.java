package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real and broken mail of other people's test collections: all of it is read. */
class MailCorpusTest {

    private static final MessageReader READER = new MessageReader(MimeLimits.STANDARD);

    static Stream<Path> messages() throws IOException, URISyntaxException {
        Path corpus = Path.of(Objects.requireNonNull(MailCorpusTest.class.getResource("/mail-corpus"))
                .toURI());
        try (Stream<Path> files = Files.list(corpus)) {
            return files.filter(file -> file.toString().endsWith(".msg")).sorted().toList().stream();
        }
    }

    @Test
    void holdsEightyMessages() throws IOException, URISyntaxException {
        assertThat(messages()).hasSize(80);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsEveryMessageWholeAndSoon(Path file) throws IOException {
        Instant start = Instant.now();
        ReadMessage message = READER.read(MessageSource.of(file));
        assertThat(message.headers().subject()).doesNotContain("\r", "\n");
        assertThat(message.text()).isNotNull();
        assertThat(message.html(LinkMode.SHOWN)).doesNotContainIgnoringCase("<script", "<iframe", "javascript:");
        for (Attachment attachment : message.attachments()) {
            assertThat(attachment.fileName()).isNotBlank().doesNotContain("/", "\\");
            assertThat((long) Letters.content(attachment).length).isEqualTo(attachment.size());
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void summarisesEveryMessageAsItReadsIt(Path file) throws IOException {
        MessageSummary summary = READER.summarise(MessageSource.of(file));
        ReadMessage message = READER.read(MessageSource.of(file));
        assertThat(summary.headers()).isEqualTo(message.headers());
        assertThat(summary.size()).isEqualTo(Files.size(file));
        assertThat(summary.hasAttachments())
                .isEqualTo(message.attachments().stream()
                        .anyMatch(a -> !a.mediaType().contains("pkcs7")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void opensEveryEnclosedMessage(Path file) throws IOException {
        for (Attachment attachment : READER.read(MessageSource.of(file)).attachments()) {
            if (attachment.isMessage()) {
                assertThat(READER.read(attachment.content()).text()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void answersAndSendsOnEveryMessage(Path file) throws IOException {
        ReadMessage message = READER.read(MessageSource.of(file));
        ReplyDraft reply = ReplyDraft.of(message, Address.of("alice@corp.example"), true);
        assertThat(reply.subject()).startsWithIgnoringCase("re:");
        List<OutgoingAttachment> sentOn = ForwardDraft.of(message).attachments();
        assertThat(sentOn).hasSameSizeAs(message.attachments());
    }
}
