package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;
import org.sealpost.protocol.SealpostException;

/**
 * Sealing, verifying and showing see the same border between header and body, whatever somebody writes around it: where
 * they differ, a line could be shown as signed that is not, or stay in clear that should be hidden.
 */
class HeaderBorderTest {

    private static final MessageReader READER = new MessageReader(MimeLimits.STANDARD);
    private static final int BLOCKS_EACH = 60;

    /** Pieces of header blocks, well made and not; chosen so that parsers are known to disagree about them. */
    private static final List<String> PIECES = List.of(
            "Subject: plans",
            "Subject : spaced",
            "From: alice@corp.example",
            "FROM\t: mallory@evil.example",
            "From(x): mallory@evil.example",
            "(x)Subject: comment first",
            "Sub(x)ject: inside",
            "X(open: never closed",
            "X(a\\): escaped",
            "Subject",
            "Subject spaced: no field",
            ": no name",
            " folded",
            "\tfolded: with colon",
            " ",
            "\t",
            "\r",
            "\r\rSubject: after returns",
            "X: a\rSubject: bare return",
            "X: \u0000 nul",
            "S\u0000ubject: nul",
            "\u00c4: umlaut",
            "X-\u00e9: eight bit",
            "X: caf\u00e9",
            "\u007f: delete",
            "From mallory Mon Jan  1 00:00:00 2026",
            "From mallory: colon",
            ">From mallory",
            "--boundary",
            "--",
            ".",
            "X:",
            "X: " + "y".repeat(1500),
            "=?utf-8?q?Subject?=: encoded",
            "Subject: =?utf-8?q?a=0D=0ATo:_x?=",
            "MIME-Version: 1.0",
            "Text that begins at once",
            "\u2028: separator",
            "\u000bX: tab",
            "\fX: feed");

    /** Content fields that would change what is shown if they were taken from the wrong side of the border. */
    private static final List<String> CONTENT = List.of(
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type : text/plain",
            "Content(x)-Type: text/html",
            "(x)Content-Type: text/html",
            "Content-Type(x): text/html",
            "Content-Transfer-Encoding: 7bit",
            "Content(x)-Transfer-Encoding: base64",
            "Content-Disposition: inline",
            "Content-Type\r: text/html");

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theReaderShowsTheBodyThatTheBorderGivesIt(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < BLOCKS_EACH; i++) {
            byte[] message = message(random, PIECES);
            String shown = READER.read(MessageSource.of(message)).text();
            assertThat(ended(shown)).as(quoted(message)).isEqualTo(ended(decoded(body(message))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsShownAfterOpeningIsWhatWasShownBeforeSealing(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> pieces = Stream.concat(PIECES.stream(), CONTENT.stream()).toList();
        for (int i = 0; i < 4; i++) {
            byte[] message = message(random, pieces);
            for (SignatureForm form : SignatureForm.values()) {
                byte[] sealed = Corp.signAndEncrypt(message, form, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
                assertSameShown(message, sealed);
            }
            assertSameShown(message, Corp.sign(message, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingWrittenAroundASignedMessageChangesWhatIsShownAsSigned(long seed) throws IOException {
        Random random = new Random(seed);
        String signed = latin(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        for (int i = 0; i < 10; i++) {
            List<String> smuggled = lines(random, CONTENT);
            byte[] forged = bytes(String.join("\r\n", smuggled) + "\r\n" + signed);
            try (OpenedMessage opened = Corp.open(forged)) {
                boolean taken = opened.signatures().stream().anyMatch(SignatureStatus::intact);
                ReadMessage shown = READER.read(opened.content());
                if (taken) {
                    assertThat(shown.text()).as(quoted(forged)).startsWith("The plans for the new building");
                    assertThat(shown.hasHtml()).as(quoted(forged)).isFalse();
                }
            } catch (SealpostException refused) {
                assertThat(refused).isInstanceOfAny(MalformedSeal.class, UnknownFormat.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content(x)-Type: text/html",
                "(x)Content-Type: text/html",
                "Content-(x)Type: text/html",
                "Content(x)-Transfer-Encoding: base64",
                "(x)Content-Transfer-Encoding: base64"
            })
    void aCommentInANameMakesAnotherName(String smuggled) throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR);
        try (OpenedMessage opened = Corp.open(bytes(smuggled + "\r\n" + latin(signed)))) {
            assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
            ReadMessage shown = READER.read(opened.content());
            assertThat(shown.text()).startsWith("The plans for the new building");
            assertThat(shown.hasHtml()).isFalse();
        }
    }

    private static void assertSameShown(byte[] message, byte[] sealed) throws IOException {
        ReadMessage before = READER.read(MessageSource.of(message));
        try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
            ReadMessage after = READER.read(opened.content());
            assertThat(ended(after.text())).as(quoted(message)).isEqualTo(ended(before.text()));
            assertThat(after.headers()).as(quoted(message)).isEqualTo(before.headers());
            assertThat(after.attachments()).hasSameSizeAs(before.attachments());
            assertThat(names(Corp.content(opened))).as(quoted(message)).containsAll(names(message));
        }
    }

    private static byte[] message(Random random, List<String> pieces) {
        String lineEnd = random.nextInt(3) == 0 ? "\n" : "\r\n";
        String header = String.join(lineEnd, lines(random, pieces));
        String border = random.nextBoolean() ? lineEnd + lineEnd : lineEnd;
        String body = random.nextInt(6) == 0 ? "" : "The body" + lineEnd + "Content-Type: text/html" + lineEnd;
        return bytes(header + border + body);
    }

    private static List<String> lines(Random random, List<String> pieces) {
        return IntStream.range(0, random.nextInt(6) + 1)
                .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                .toList();
    }

    private static byte[] body(byte[] message) throws IOException {
        HeaderFields header = HeaderFields.read(new ByteArrayInputStream(message));
        return Arrays.copyOfRange(message, header.bodyStart(), message.length);
    }

    private static List<String> names(byte[] message) throws IOException {
        return HeaderFields.read(new ByteArrayInputStream(message)).fields().stream()
                .map(HeaderFields.Field::name)
                .toList();
    }

    /** Without regard to line ends, which sealing makes CRLF. */
    private static String ended(String text) {
        return text.lines().collect(Collectors.joining("\n"));
    }

    private static String decoded(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(byte[] message) {
        return latin(message).replace("\r", "\\r").replace("\n", "\\n");
    }
}
