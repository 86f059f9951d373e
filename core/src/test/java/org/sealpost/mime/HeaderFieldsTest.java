package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldsTest {

    private static final int LIMIT = MimeLimits.STANDARD.headerBytes();

    @Test
    void readsFieldsInOrderWithTheirFoldedLines() throws IOException {
        HeaderFields header = read("To: a,\r\n b\r\nSUBJECT : hi\r\nTo: c\r\n\r\nbody");
        assertThat(header.fields()).extracting(HeaderFields.Field::name).containsExactly("to", "subject", "to");
        assertThat(header.first("to")).contains("a, b");
        assertThat(header.first("subject")).contains("hi");
        assertThat(header.has("subject")).isTrue();
        assertThat(header.has("from")).isFalse();
        assertThat(header.separator()).isEqualTo(new byte[] {'\r', '\n'});
        assertThat(header.bodyStart()).isEqualTo("To: a,\r\n b\r\nSUBJECT : hi\r\nTo: c\r\n\r\n".length());
    }

    @Test
    void keepsBareLineFeeds() throws IOException {
        HeaderFields header = read("A: 1\nContent-Type: x/y\n\nbody");
        assertThat(header.separator()).isEqualTo(new byte[] {'\n'});
        assertThat(text(header.bytes(HeaderFields.Field::isContent))).isEqualTo("Content-Type: x/y\n");
    }

    @Test
    void anEmptyHeaderIsAllBody() throws IOException {
        assertThat(read("\r\nbody").bodyStart()).isEqualTo(2);
        assertThat(read("\r\nbody").fields()).isEmpty();
        assertThat(read("").bodyStart()).isZero();
        assertThat(read("no header at all").bodyStart()).isZero();
    }

    @Test
    void aHeaderWithoutABodyGetsTheLineEndThatItLacks() throws IOException {
        HeaderFields header = read("Subject: hi");
        assertThat(text(header.bytes(field -> true))).isEqualTo("Subject: hi\r\n");
        assertThat(header.bodyStart()).isEqualTo("Subject: hi".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon here\r\n", ": no name\r\n", "two words: x\r\n", "\u00e4: x\r\n", "\u0001: x\r\n"})
    void theBodyBeginsAtTheFirstLineThatIsNoField(String line) throws IOException {
        HeaderFields header = read("Subject: hi\r\n" + line + "Content-Type: text/html\r\n\r\n");
        assertThat(header.fields()).hasSize(1);
        assertThat(header.bodyStart()).isEqualTo("Subject: hi\r\n".length());
    }

    @Test
    void theLineOfAMailboxFileIsNotMistakenForTheBody() throws IOException {
        HeaderFields header = read("From alice Mon Jan  1 00:00:00 2026\nSubject: hi\n\nbody");
        assertThat(header.first("subject")).contains("hi");
        assertThat(header.has("from")).isFalse();
        assertThat(text(header.bytes(field -> true))).startsWith("From alice Mon");
    }

    @Test
    void readsBlocksUpToTheLimitAndNoFurther() throws IOException {
        String line = "X-Long: " + "x".repeat(990) + "\r\n";
        String most = line.repeat(LIMIT / line.length() - 1);
        assertThat(read(most + "\r\nbody").fields()).hasSize(LIMIT / line.length() - 1);
        assertThatThrownBy(() -> read(line.repeat(LIMIT / line.length() + 1))).isInstanceOf(MessageRefused.class);
        assertThatThrownBy(() -> read("X: " + "y".repeat(2 * LIMIT))).isInstanceOf(MessageRefused.class);
    }

    private static HeaderFields read(String text) throws IOException {
        return HeaderFields.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
