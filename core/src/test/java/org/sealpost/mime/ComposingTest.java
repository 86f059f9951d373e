package org.sealpost.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is composed is read back the same, and nothing typed becomes a header. */
class ComposingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    private static final Address ALICE = Address.of("Alice", "alice@corp.example");
    private final MessageComposer composer = new MessageComposer(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());

    @Test
    void writesTheHeadersOfAMessage() throws IOException {
        OutgoingMessage message = new OutgoingMessage(
                ALICE,
                List.of(Address.of("Bob", "bob@corp.example"), Address.of("carol@corp.example")),
                List.of(Address.of("dave@corp.example")),
                "Lunch",
                "At noon?",
                List.of(),
                new ThreadLinks(Optional.of("<2@corp.example>"), List.of("<1@corp.example>", "<2@corp.example>")));
        MessageHeaders headers = Letters.read(composer.compose(message)).headers();
        assertThat(headers.singleAuthor()).contains(ALICE);
        assertThat(headers.to())
                .extracting(Correspondent::shown)
                .containsExactly("Bob <bob@corp.example>", "carol@corp.example");
        assertThat(headers.cc()).extracting(Correspondent::addressText).containsExactly("dave@corp.example");
        assertThat(headers.date()).contains(NOW);
        assertThat(headers.messageId().orElseThrow()).matches("<[0-9a-f]{32}@corp\\.example>");
        assertThat(headers.inReplyTo()).containsExactly("<2@corp.example>");
        assertThat(headers.references()).containsExactly("<1@corp.example>", "<2@corp.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "Jürgen \"J\" Söhne, Abt. 7",
                "山田太郎",
                "שלום עולם",
                "مرحبا بالعالم",
                "😀 family 👨‍👩‍👧",
                "=?utf-8?Q?not_encoded?=",
                "a=?b",
                "(comment) <angle> @ : ; , .",
                "back\\slash",
                "日本語の非常に長い名前日本語の非常に長い名前日本語の非常に長い名前日本語の非常に長い名前",
                "two  spaces and a very long ASCII line that goes on and on beyond the seventy-eighth character"
            })
    void keepsNamesThatHurtInEveryPlace(String name) throws IOException {
        assertKept(name);
    }

    @Test
    void keepsTwoHundredCharacters() throws IOException {
        assertKept("x".repeat(200));
        assertKept("ü".repeat(200));
        assertKept("word ".repeat(40).strip());
        assertKept("😀".repeat(48));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello\r\nBcc: eve@evil.example",
                "Hello\nBcc: eve@evil.example",
                "Hello\rBcc: eve@evil.example",
                "Hello\r\n\r\nBcc: eve@evil.example",
                "Hello\u2028Bcc: eve@evil.example",
                "Hello\u0085Bcc: eve@evil.example",
                "Hello\0Bcc: eve@evil.example",
                "\r\nBcc: eve@evil.example",
                "日本\r\nBcc: eve@evil.example"
            })
    void neverLetsTextBeginAHeader(String text) throws IOException {
        byte[] composed = composer.compose(new OutgoingMessage(
                ALICE,
                List.of(ALICE),
                List.of(),
                text,
                "text",
                List.of(new OutgoingAttachment(text, text, MessageSource.of(new byte[3]))),
                new ThreadLinks(Optional.of(text), List.of(text))));
        assertThat(new String(composed, ISO_8859_1).lines()).noneMatch(line -> line.startsWith("Bcc"));
        ReadMessage read = Letters.read(composed);
        assertThat(read.headers().subject()).doesNotContain("\r", "\n");
        assertThat(read.text()).isEqualTo("text\n");
        assertThat(read.attachments()).hasSize(1);
    }

    @Test
    void staysWithinSevenBitsAndLineLengths() throws IOException {
        byte[] composed = composer.compose(letter("ü".repeat(300), "ö".repeat(2_000) + "\n日本", "ä".repeat(150)));
        assertThat(new String(composed, ISO_8859_1).chars())
                .allMatch(c -> c == '\r' || c == '\n' || (c >= 32 && c < 127));
        assertThat(new String(composed, ISO_8859_1).split("\r\n")).allMatch(line -> line.length() <= 250);
        assertThat(new String(composed, ISO_8859_1).replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one line",
                "lines\nof\ntext\n",
                "trailing space \nand tab\t\n",
                ".\n..\nFrom here\n--=_b\n",
                "=3D is no escape",
                "Grüße aus Köln",
                "日本語のテキスト",
                "\n\nempty lines\n\n\n"
            })
    void keepsTheText(String text) throws IOException {
        String expected = text.endsWith("\n") ? text : text + "\n";
        OutgoingMessage plain =
                new OutgoingMessage(ALICE, List.of(ALICE), List.of(), "s", text, List.of(), ThreadLinks.NONE);
        assertThat(Letters.read(composer.compose(plain)).text()).isEqualTo(expected);
        assertThat(Letters.read(composer.compose(letter("s", text, "f.txt"))).text())
                .isEqualTo(expected);
    }

    @Test
    void turnsForeignLineEndsIntoOurs() throws IOException {
        OutgoingMessage message =
                new OutgoingMessage(ALICE, List.of(ALICE), List.of(), "s", "a\rb\r\nc\nd", List.of(), ThreadLinks.NONE);
        assertThat(Letters.read(composer.compose(message)).text()).isEqualTo("a\nb\nc\nd\n");
    }

    @Test
    void keepsAttachmentsByteForByte() throws IOException {
        byte[] octets = new byte[100_000];
        new Random(1).nextBytes(octets);
        OutgoingMessage message = new OutgoingMessage(
                ALICE,
                List.of(ALICE),
                List.of(),
                "s",
                "t",
                List.of(
                        new OutgoingAttachment("random.bin", "application/zip", MessageSource.of(octets)),
                        new OutgoingAttachment("empty", "text/plain", MessageSource.of(new byte[0])),
                        new OutgoingAttachment("page.html", "text/html", MessageSource.of("<p>x".getBytes(UTF_8)))),
                ThreadLinks.NONE);
        List<Attachment> read = Letters.read(composer.compose(message)).attachments();
        assertThat(read).extracting(Attachment::fileName).containsExactly("random.bin", "empty", "page.html");
        assertThat(read)
                .extracting(Attachment::mediaType)
                .containsExactly("application/zip", "text/plain", "text/html");
        assertThat(Letters.content(read.get(0))).isEqualTo(octets);
        assertThat(read.get(1).size()).isZero();
    }

    @Test
    void enclosesACleanMessageAsAMessageAndAnyOtherAsAFile() throws IOException {
        byte[] inner = composer.compose(letter("inner", "hello", "a.txt"));
        byte[] eightBit = "Subject: ü\r\n\r\nü".getBytes(UTF_8);
        OutgoingMessage outer = new OutgoingMessage(
                ALICE,
                List.of(ALICE),
                List.of(),
                "outer",
                "see below",
                List.of(
                        new OutgoingAttachment("inner.eml", "message/rfc822", MessageSource.of(inner)),
                        new OutgoingAttachment("raw.eml", "message/rfc822", MessageSource.of(eightBit))),
                ThreadLinks.NONE);
        ReadMessage read = Letters.read(composer.compose(outer));
        assertThat(read.attachments().get(0).isMessage()).isTrue();
        assertThat(Letters.content(read.attachments().get(0))).isEqualTo(inner);
        assertThat(read.attachments().get(1).isMessage()).isFalse();
        assertThat(Letters.content(read.attachments().get(1))).isEqualTo(eightBit);
    }

    @Test
    void givesEveryMessageItsOwnIdentifier() throws IOException {
        OutgoingMessage message = letter("s", "t", "f");
        assertThat(Letters.read(composer.compose(message)).headers().messageId())
                .isNotEqualTo(Letters.read(composer.compose(message)).headers().messageId());
    }

    private void assertKept(String name) throws IOException {
        Address named = Address.of(name, "someone@corp.example");
        ReadMessage read = Letters.read(composer.compose(new OutgoingMessage(
                named,
                List.of(named, ALICE, named),
                List.of(named),
                name,
                name,
                List.of(new OutgoingAttachment(name + ".pdf", "application/pdf", MessageSource.of(new byte[1]))),
                ThreadLinks.NONE)));
        assertThat(read.headers().subject()).isEqualTo(name);
        assertThat(read.text()).isEqualTo(name + "\n");
        assertThat(read.headers().from()).containsExactly(new Correspondent(name, "someone@corp.example"));
        assertThat(read.headers().to()).extracting(Correspondent::displayName).containsExactly(name, "Alice", name);
        assertThat(Letters.attachmentNames(read)).containsExactly(SafeFileName.of(name + ".pdf", "application/pdf"));
    }

    private static OutgoingMessage letter(String subject, String text, String fileName) {
        OutgoingAttachment file = new OutgoingAttachment(fileName, "text/plain", MessageSource.of(new byte[200]));
        return new OutgoingMessage(ALICE, List.of(ALICE), List.of(), subject, text, List.of(file), ThreadLinks.NONE);
    }
}
