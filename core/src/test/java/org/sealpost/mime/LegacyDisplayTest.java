package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The copy of the header that others put into a sealed body (RFC 9788 section 5.2.2) is not shown a second time. */
class LegacyDisplayTest {

    private static final String COPY = "Subject: Plans for the\n new building\nKeywords: secret\n\n";
    private static final String TEXT = "Look: they are ready.\n\nSubject: closed.\n";

    @ParameterizedTest
    @ValueSource(strings = {"hp=clear", "hp=\"cipher\""})
    void isTakenFromTextAndHtml(String mark) throws IOException {
        ReadMessage read = read("multipart/alternative; boundary=x; " + mark, """
            --x
            Content-Type: text/plain; charset=utf-8; hp-legacy-display="1"

            %s%s--x
            Content-Type: text/html; charset=utf-8; hp-legacy-display=1

            <html><body><div class="header-protection-legacy-display"><pre>Subject: Plans</pre></div>
            <p>Look.</p><div>Not this</div></body></html>
            --x--
            """.formatted(COPY, TEXT));
        assertThat(read.text().strip()).isEqualTo(TEXT.strip());
        assertThat(read.html(LinkMode.SHOWN)).doesNotContain("Plans").contains("Look.", "Not this");
    }

    /** Where no header came along the text would be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"", "; hp=other", "; hp-legacy-display=1"})
    void staysWhereNoHeaderCameInside(String mark) throws IOException {
        ReadMessage read = read("multipart/mixed; boundary=x" + mark, """
            --x
            Content-Type: text/plain; hp-legacy-display=1

            %s%s--x--
            """.formatted(COPY, TEXT));
        assertThat(read.text()).contains("secret", "Look");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; hp-legacy-display=0", "; hp-legacy-display=\"\""})
    void staysInPartsWithoutTheMark(String mark) throws IOException {
        assertThat(read("text/plain; hp=cipher" + mark, COPY + TEXT).text()).contains("secret", "Look");
    }

    /** Only lines that are header fields go, up to the empty line and no further. */
    @Test
    void takesNothingElse() throws IOException {
        String type = "text/plain; hp=cipher; hp-legacy-display=1";
        assertThat(read(type, TEXT).text().strip()).startsWith("Subject: closed.");
        assertThat(read(type, "No field\n\n" + TEXT).text()).contains("No field", "Look");
        assertThat(read(type, "Subject: without end").text()).contains("without end");
        assertThat(read(type, "A: b\n".repeat(50_000)).text()).contains("A: b");
    }

    private static ReadMessage read(String type, String body) throws IOException {
        String message = "From: alice@corp.example\nSubject: Plans\nContent-Type: " + type + "\n\n" + body;
        return new MessageReader(MimeLimits.STANDARD)
                .read(MessageSource.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
