package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real and broken mail shows what a person who looked at the message said that it must show. */
class MailCorpusExpectedTest {

    private static final MessageReader READER = new MessageReader(MimeLimits.STANDARD);

    static Stream<Path> expectations() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(MailCorpusExpectedTest.class.getResource("/mail-corpus-expected"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @Test
    void coversTwoDozenMessages() throws IOException, URISyntaxException {
        assertThat(expectations()).hasSizeGreaterThan(24);
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void showsSenderSubjectTextAndAttachments(Path expectation) throws IOException {
        List<String> expected = Files.readAllLines(expectation);
        ReadMessage message = READER.read(messageOf(expectation));
        assertThat(message.headers().from())
                .extracting(Correspondent::shown)
                .containsExactlyElementsOf(values(expected, "from"));
        assertThat(message.headers().subject()).isEqualTo(only(expected, "subject"));
        assertThat(message.text()).startsWith(only(expected, "text").replace("\\n", "\n"));
        assertThat(message.attachments())
                .extracting(it -> it.fileName() + " | " + it.mediaType() + " | " + it.size())
                .containsExactlyElementsOf(values(expected, "attachment"));
        for (String html : values(expected, "html")) {
            assertThat(message.html(LinkMode.SHOWN)).contains(html);
        }
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void summaryAgrees(Path expectation) throws IOException {
        List<String> expected = Files.readAllLines(expectation);
        MessageSummary summary = READER.summarise(messageOf(expectation));
        assertThat(summary.headers().subject()).isEqualTo(only(expected, "subject"));
        assertThat(summary.hasAttachments())
                .isEqualTo(!values(expected, "attachment").isEmpty());
    }

    private static MessageSource messageOf(Path expectation) {
        String name = expectation.getFileName().toString().replaceFirst("\\.txt$", ".msg");
        return MessageSource.of(expectation.resolveSibling("../mail-corpus").resolve(name));
    }

    private static String only(List<String> lines, String key) {
        return String.join("", values(lines, key));
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
