package org.sealpost.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?Q?J=C3=BCrgen?= | Jürgen",
                "=?iso-8859-1?q?J=FCrgen_S=F6hne?= | Jürgen Söhne",
                "=?utf-8?B?5pel?= =?utf-8?B?5pys?= | 日本",
                "=?no-such-charset?Q?a?= | =?no-such-charset?Q?a?=",
                "plain =?utf-8?Q?a?= mixed | plain a mixed",
                "Jürgen in bare UTF-8 | Jürgen in bare UTF-8",
                "=?utf-8?Q?a=0D=0ABcc:_x?= | a  Bcc: x",
                "=?utf-8?Q?a=E2=80=AEb?= | ab"
            })
    void decodesSubjects(String written, String read) throws IOException {
        assertThat(Letters.read("Subject: " + written + "\n\n").headers().subject())
                .isEqualTo(read);
    }

    @Test
    void readsHeadersInBareLatin1() throws IOException {
        ReadMessage message = Letters.read("Subject: Grüße\r\n\r\nKöln".getBytes(ISO_8859_1));
        assertThat(message.headers().subject()).isEqualTo("Grüße");
        assertThat(message.text()).isEqualTo("Köln");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@b.example, c@d.example",
                "From: a@b.example\nFrom: c@d.example",
                "From: a@b.example\nfrom: a@b.example",
                "From: a@b.example <c@d.example>",
                "From: a@b.example, not an address",
                "From: group: a@b.example, c@d.example;",
                "From: <>",
                "From:",
                "X-None: a@b.example"
            })
    void knowsNoSingleAuthorWhereThereIsDoubt(String headers) throws IOException {
        assertThat(Letters.read(headers + "\n\n").headers().singleAuthor()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "alice@corp.example | ~~ | alice@corp.example",
                "Alice <alice@corp.example> | Alice | alice@corp.example",
                "\"Söhne, Jürgen\" <j@corp.example> | Söhne, Jürgen | j@corp.example",
                "=?utf-8?Q?S=C3=B6hne=2C_J?= <j@CORP.example> | Söhne, J | j@CORP.example",
                "alice@corp.example (Alice) | ~~ | alice@corp.example",
                "\"bob@corp.example\" <eve@evil.example> | bob@corp.example | eve@evil.example",
                "山田 <y@corp.example> | 山田 | y@corp.example"
            })
    void readsTheAuthor(String written, String name, String address) throws IOException {
        MessageHeaders headers = Letters.read("From: " + written + "\n\n").headers();
        assertThat(headers.from()).containsExactly(new Correspondent(name, address));
        assertThat(headers.singleAuthor()).contains(Address.of(address));
    }

    @Test
    void readsRecipientsGroupsAndThread() throws IOException {
        MessageHeaders headers = Letters.read("""
                        To: Team: a@b.example, B <b@b.example>;, c@b.example
                        Cc: undisclosed-recipients:;
                        Reply-To: list@b.example
                        Date: Tue, 24 Nov 2026 09:30:00 +0100
                        Message-ID: <3@b.example>
                        In-Reply-To: <2@b.example>
                        References: <1@b.example> nonsense
                         <2@b.example>

                        """).headers();
        assertThat(headers.to())
                .extracting(Correspondent::addressText)
                .containsExactly("a@b.example", "b@b.example", "c@b.example");
        assertThat(headers.cc()).isEmpty();
        assertThat(headers.replyTo()).hasSize(1);
        assertThat(headers.date()).contains(Instant.parse("2026-11-24T08:30:00Z"));
        assertThat(headers.messageId()).contains("<3@b.example>");
        assertThat(headers.inReplyTo()).containsExactly("<2@b.example>");
        assertThat(headers.references()).containsExactly("<1@b.example>", "<2@b.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Tue, 99 Nov 2026 99:99:99 +9999", "=?utf-8?Q?x?=", "1,1,1,1,1"})
    void leavesAnUnreadableDateEmptyOrGuessesIt(String date) throws IOException {
        assertThat(Letters.read("Date: " + date + "\n\ntext").text()).isEqualTo("text");
    }

    @Test
    void headersAloneAreReadWithoutTheRest() throws IOException {
        MessageReader reader = new MessageReader(MimeLimits.STANDARD);
        String deep = "Subject: deep\n" + "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(1_000);
        assertThat(reader.headers(Letters.of(deep)).subject()).isEqualTo("deep");
        String huge = ("X-Field: " + "a".repeat(60) + "\n").repeat(5_000) + "\n";
        assertThatThrownBy(() -> reader.headers(Letters.of(huge))).isInstanceOf(MessageRefused.class);
    }

    @Test
    void readsHostileHeadersInBoundedTime() throws IOException {
        List<String> hostile =
                List.of("=?", "=?a?", "=?utf-8?Q?a", "=?utf-8?Q??=", "(", "<", ",", ":;", "\"", "\\", "@");
        Instant start = Instant.now();
        for (String piece : hostile) {
            String value = piece.repeat(100_000 / piece.length());
            for (String name : List.of("Subject", "From", "To", "Date", "References", "Content-Type")) {
                assertThat(Letters.read(name + ": " + value + "\n\ntext")).isNotNull();
            }
            assertThat(Letters.read(Letters.mixed("t", "a/b; name=\"" + value + "\"", "x")))
                    .isNotNull();
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }
}
