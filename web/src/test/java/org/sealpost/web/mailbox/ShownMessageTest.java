package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sealpost.mime.LinkMode;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;

class ShownMessageTest {

    @Test
    void aFormattedBodyStandsInADocumentThatMayLoadNothing() throws IOException {
        ReadMessage message =
                read("text/html", "<p>Hello</p><script>alert(1)</script><img src='https://evil.example/x'>");
        ShownMessage shown = ShownMessage.of(message, Optional.of(message.html(LinkMode.SHOWN)));
        assertThat(shown.formatted()).isTrue();
        assertThat(shown.frame())
                .contains("default-src 'none'")
                .contains("Hello")
                .doesNotContain("script>")
                .doesNotContain("evil.example");
        assertThat(shown.text()).contains("Hello");
    }

    @Test
    void withoutAFormattedBodyThereIsNoFrame() throws IOException {
        ShownMessage shown = ShownMessage.of(read("text/plain", "<b>Hello</b>"), Optional.empty());
        assertThat(shown.formatted()).isFalse();
        assertThat(shown.text().strip()).isEqualTo("<b>Hello</b>");
    }

    @Test
    void headersAreForPeople() throws IOException {
        ShownMessage shown = ShownMessage.of(read("text/plain", "x"), Optional.empty());
        assertThat(shown.subject()).isEqualTo("Grüße");
        assertThat(shown.from()).isEqualTo("Bob <bob@corp.example>");
        assertThat(shown.to()).isEqualTo("alice@corp.example, Carol <carol@corp.example>");
        assertThat(shown.cc()).isEmpty();
        assertThat(shown.at()).isNull();
    }

    @Test
    void aFrameGrowsWithItsTextWithinBounds() throws IOException {
        ShownMessage little = ShownMessage.of(read("text/html", "Hello"), Optional.of("Hello"));
        ShownMessage much = ShownMessage.of(read("text/html", "Hello<br>".repeat(500)), Optional.of("Hello"));
        assertThat(little.frameHeight()).isBetween(6, 12);
        assertThat(much.frameHeight()).isEqualTo(48);
    }

    @Test
    void anEmptyMessageSaysSo() throws IOException {
        assertThat(ShownMessage.of(read("text/plain", " "), Optional.empty()).blank())
                .isTrue();
        assertThat(ShownMessage.of(read("text/plain", "x"), Optional.empty()).blank())
                .isFalse();
    }

    private static ReadMessage read(String type, String body) throws IOException {
        String message = "From: Bob <bob@corp.example>\r\nTo: alice@corp.example, Carol <carol@corp.example>\r\n"
                + "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                + "; charset=utf-8\r\n\r\n" + body + "\r\n";
        return new MessageReader(MimeLimits.STANDARD).read(MessageSource.of(message.getBytes(StandardCharsets.UTF_8)));
    }
}
