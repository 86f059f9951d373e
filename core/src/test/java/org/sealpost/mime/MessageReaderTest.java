package org.sealpost.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "iso-8859-1", "utf-8", "utf-16", "shift_jis", "koi8-r", "gb18030"})
    void decodesBodiesOfManyCharsets(String charset) throws IOException {
        String text = charset.startsWith("sh") ? "日本" : charset.startsWith("koi") ? "мир" : "Grüße";
        byte[] head = ("Content-Type: text/plain; charset=" + charset + "\r\n\r\n").getBytes(ISO_8859_1);
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        assertThat(Letters.read(message).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "''", "x\u0000y", "utf-7", "ISO-2022-CN-EXT", "\"\"", "=?utf-8?Q?x?="})
    void guessesWhereTheCharsetIsUnknown(String charset) throws IOException {
        assertThat(Letters.read("Content-Type: text/plain; charset=" + charset + "\n\nGrüße")
                        .text())
                .isEqualTo("Grüße");
    }

    @Test
    void replacesBytesThatAreNotOfTheCharset() throws IOException {
        byte[] message = "Content-Type: text/plain; charset=utf-8\r\n\r\nGrüße".getBytes(ISO_8859_1);
        assertThat(Letters.read(message).text()).isEqualTo("Gr\uFFFD\uFFFDe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "quoted-printable", "x-unknown", "BASE64", "7bit; x=y"})
    void readsGarbageInEveryTransferEncoding(String encoding) throws IOException {
        String garbage = "=?%$ !!! ==== \u0001\u0002 =ZZ =\n\n====A===\n";
        assertThat(Letters.read("Content-Transfer-Encoding: " + encoding + "\n\n" + garbage)
                        .text())
                .isNotNull();
        assertThat(Letters.read(Letters.mixed(
                                "t", "application/x\nContent-Transfer-Encoding: " + encoding, garbage.repeat(1_000)))
                        .attachments())
                .hasSize(1);
    }

    @Test
    void prefersEachFormOfAnAlternativeWhereItBelongs() throws IOException {
        ReadMessage message = Letters.read("""
                Content-Type: multipart/alternative; boundary=b

                --b

                the plain form
                --b
                Content-Type: text/html

                <p>the <b>rich</b> form</p>
                --b--
                """);
        assertThat(message.text()).isEqualTo("the plain form");
        assertThat(message.hasHtml()).isTrue();
        assertThat(message.html(LinkMode.SHOWN)).contains("<b>rich</b>").doesNotContain("plain");
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void joinsTextsOfAMixedMessageAndShowsPlainOnesInHtmlToo() throws IOException {
        ReadMessage message = Letters.read(Letters.mixed("first & <second>", "text/html", "<i>third</i>"));
        assertThat(message.text()).isEqualTo("first & <second>\nthird");
        assertThat(message.html(LinkMode.SHOWN)).contains("first &amp; &lt;second&gt;", "<i>third</i>");
    }

    @Test
    void describesAttachmentsAndReadsThemAgainEachTime() throws IOException {
        ReadMessage message = Letters.read(Letters.mixed(
                "text",
                "application/pdf; name=old.pdf\nContent-Disposition: attachment; filename=\"../r\u202Efdp.pdf\"\n"
                        + "Content-Transfer-Encoding: base64",
                "aGVsbG8="));
        Attachment attachment = message.attachments().get(0);
        assertThat(attachment.fileName()).isEqualTo("rfdp.pdf");
        assertThat(attachment.mediaType()).isEqualTo("application/pdf");
        assertThat(attachment.size()).isEqualTo(5);
        assertThat(attachment.content().length()).isEqualTo(5);
        assertThat(Letters.content(attachment)).isEqualTo("hello".getBytes(UTF_8));
        assertThat(Letters.content(attachment)).isEqualTo("hello".getBytes(UTF_8));
    }

    @Test
    void opensAnEnclosedMessageLikeAnyOther() throws IOException {
        ReadMessage outer =
                Letters.read(Letters.mixed("see", "message/rfc822", "Subject: inner\nFrom: a@b.example\n\nhello"));
        Attachment enclosed = outer.attachments().get(0);
        assertThat(enclosed.isMessage()).isTrue();
        assertThat(enclosed.fileName()).isEqualTo("message.eml");
        ReadMessage inner = new MessageReader(MimeLimits.STANDARD).read(enclosed.content());
        assertThat(inner.headers().subject()).isEqualTo("inner");
        assertThat(inner.text()).isEqualTo("hello");
    }

    @Test
    void offersATextThatIsTooLongAsAnAttachment() throws IOException {
        ReadMessage message = Letters.read("Subject: long\n\n" + "line of text\n".repeat(100_000));
        assertThat(message.text()).isEmpty();
        assertThat(message.attachments()).hasSize(1);
        assertThat(message.attachments().get(0).fileName()).isEqualTo("attachment.txt");
        assertThat(message.attachments().get(0).size()).isEqualTo(1_400_000);
    }

    @Test
    void summaryTakesSealsForNoAttachments() throws IOException {
        MessageReader reader = new MessageReader(MimeLimits.STANDARD);
        String signature = Letters.mixed("t", "application/pkcs7-signature; name=smime.p7s", "AAAA");
        assertThat(reader.summarise(Letters.of(signature)).hasAttachments()).isFalse();
        assertThat(reader.summarise(Letters.of(Letters.mixed("t", "image/png", "AAAA")))
                        .hasAttachments())
                .isTrue();
    }

    @Test
    void readsAnythingAtAll() throws IOException {
        for (String text : List.of(
                "", "\n", "\r", ":", "no header at all", "Subject", "\0\0\0", "Content-Type: multipart/mixed")) {
            assertThat(Letters.read(text).text()).isNotNull();
        }
    }
}
