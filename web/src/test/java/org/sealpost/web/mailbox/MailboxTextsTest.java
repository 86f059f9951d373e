package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.MailProgram;
import org.sealpost.model.JobState;
import org.sealpost.model.MailboxState;
import org.sealpost.model.ResealingState;
import org.sealpost.pki.Finding;
import org.sealpost.sending.RecipientStatus;
import org.sealpost.smime.SignatureCheck;

/** The mailbox pages' texts: none is missing, and none is kept that nobody shows. */
class MailboxTextsTest {

    private static final Pattern KEY = Pattern.compile("['\"]([a-z]+(?:\\.[a-zA-Z0-9_-]+)+)['\"]");
    private static final List<String> BUILT = List.of(
            "seal.",
            "list.signature.",
            "compose.to",
            "compose.cc",
            "compose.bcc",
            "outbox.state.",
            "reseal.state.",
            "status.",
            "check.",
            "finding.",
            "banner.",
            "options.state.",
            "options.about.",
            "file.program.",
            "options.edition.",
            "options.certificate.",
            "job.reason");

    private final Properties english = load("mailbox.properties");

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        Set<String> prefixes = english.stringPropertyNames().stream()
                .map(MailboxTextsTest::prefix)
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(named());
        missing.removeIf(key -> !prefixes.contains(prefix(key)) || english.containsKey(key));
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextIsKeptThatNobodyShows() throws IOException {
        Set<String> named = named();
        assertThat(english.stringPropertyNames())
                .allMatch(key -> named.contains(key)
                        || BUILT.stream().anyMatch(key::startsWith)
                        || named.contains(key.replaceFirst("\\.(next|detail)$", "")));
    }

    @Test
    void everyValueThatIsShownInWordsHasThem() {
        assertThat(english.stringPropertyNames())
                .containsAll(keys("seal.", SealMark.values()))
                .containsAll(keys("outbox.state.", JobState.values()))
                .containsAll(keys("reseal.state.", ResealingState.values()))
                .containsAll(keys("status.", RecipientStatus.values()))
                .containsAll(keys("check.", SignatureCheck.Kind.values()))
                .containsAll(keys("banner.outcome.", Finding.Outcome.values()))
                .containsAll(keys("file.program.", MailProgram.values()))
                .containsAll(keys("options.state.", MailboxState.values()))
                .containsAll(keys("options.about.", MailboxState.values()))
                .containsAll(keys("options.edition.", Edition.values()));
    }

    @Test
    void everyTextCanBeFilledInAndLosesNoApostrophe() {
        for (String file : List.of("mailbox.properties", "mailbox_de.properties")) {
            load(file).forEach((key, text) -> {
                assertThat(text.toString()).as("%s: use ’", key).doesNotContain("'");
                assertThat(new MessageFormat(text.toString()).format(new Object[] {1, 2, 3}))
                        .isNotBlank();
            });
        }
    }

    private static Set<String> named() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String folder : List.of("webapp/mailbox", "webapp/WEB-INF/mailbox", "java/org/sealpost/web/mailbox")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main", folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    KEY.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
                }
            }
        }
        return keys;
    }

    private static String prefix(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> keys(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(
                        MailboxTextsTest.class.getResourceAsStream("/org/sealpost/web/" + name));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
